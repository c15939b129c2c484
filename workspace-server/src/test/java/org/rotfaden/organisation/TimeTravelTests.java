package org.rotfaden.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Corrections;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.OfficeEnd;
import org.rotfaden.organisation.bodies.OfficeId;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.memberships.EndedBecause;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitState;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The clock goes on, and rights begin and end without anybody doing anything.
@WorkspaceTest
class TimeTravelTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2027, 6, 15);

    @Autowired private ApplicationContext workspace;
    @Autowired private MovableClock clock;
    @Autowired private Today today;
    @Autowired private Associations associations;
    @Autowired private Permissions permissions;
    @Autowired private Offices offices;
    @Autowired private Corrections corrections;
    @Autowired private Memberships memberships;
    @Autowired private MembershipCorrections membershipCorrections;
    @Autowired private ExplicitGrants grants;
    @Autowired private Units units;
    @Autowired private UnitReforms reforms;
    @Autowired private HomeMoves moves;

    private Landscape land;
    private Unit unit;

    @BeforeEach
    void a_unit_at_noon_in_june() {
        clock.show(DAY.atTime(12, 0), BERLIN);
        land = new Landscape(workspace);
        associations.found(settings(BERLIN));
        unit = land.top("Bund");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Pacific/Auckland",
                "America/St_Johns",
                "Asia/Kathmandu",
                "Pacific/Kiritimati",
                "Etc/GMT+12"
            })
    void an_office_begins_and_ends_with_the_days_of_the_association(String name) {
        ZoneId zone = ZoneId.of(name);
        clock.show(DAY.minusDays(1).atTime(20, 0), BERLIN);
        live(zone);
        clock.show(DAY.atTime(12, 0), zone);
        MemberId dilek = land.person();
        LocalDate last = DAY.plusMonths(6);
        land.elect(land.board(unit), Landscape.CHAIR, dilek, DAY.plusDays(1), last);

        clock.show(DAY.atTime(23, 59, 58), zone);
        assertThat(mayAdminister(dilek)).as("before the first day").isFalse();
        clock.show(DAY.plusDays(1).atStartOfDay(), zone);
        assertThat(mayAdminister(dilek)).as("from the first midnight on").isTrue();
        clock.show(last.atTime(23, 59, 58), zone);
        assertThat(mayAdminister(dilek)).as("the last day is included").isTrue();
        clock.show(last.plusDays(1).atStartOfDay(), zone);
        assertThat(mayAdminister(dilek)).as("from the midnight after it on").isFalse();
    }

    /// She resigned yesterday; the election of today is a slip.
    @Test
    void an_office_laid_down_on_another_day_stays_so_when_an_election_is_taken_back() {
        Body board = land.board(unit);
        MemberId treasurer = land.person();
        land.elect(board, Landscape.CHAIR, treasurer, DAY.minusYears(1), DAY.plusMonths(6));
        OfficeId office = offices.of(treasurer).getFirst().id();
        offices.end(treasurer, office, DAY.plusDays(30));
        clock.show(DAY.plusDays(1).atTime(12, 0), BERLIN);
        var slip =
                new Election(
                        board.id(),
                        List.of(new Election.Elected(Landscape.CHAIR, land.person())),
                        new Term(DAY.plusDays(14), DAY.plusYears(1)),
                        DAY,
                        "Versammlung");
        ElectionId written = offices.elect(land.admin, slip, version(board));
        corrections.takeBack(land.admin, board.id(), written, version(board));

        assertThat(offices.get(office).because()).isEqualTo(OfficeEnd.RESIGNED);
        assertThat(offices.get(office).term().lastDay()).isEqualTo(DAY.plusDays(30));
        assertThatThrownBy(() -> corrections.continueAgain(treasurer, board.id(), office))
                .as("that was written down yesterday")
                .hasMessage("TOO_LATE_TO_TAKE_BACK");
    }

    /// The day has 23 hours when summer time begins, 25 when it ends; Lord Howe moves by half an
    /// hour; in Santiago the day begins at one o'clock.
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-28, 23.0",
        "Europe/Berlin, 2027-10-31, 25.0",
        "America/St_Johns, 2027-03-14, 23.0",
        "Pacific/Auckland, 2027-04-04, 25.0",
        "Australia/Lord_Howe, 2027-10-03, 23.5",
        "America/Santiago, 2027-09-05, 23.0"
    })
    void a_day_on_which_clocks_change_is_a_whole_day(ZoneId zone, LocalDate day, double hours) {
        clock.show(day.minusDays(10).atTime(20, 0), BERLIN);
        live(zone);
        MemberId dilek = land.person();
        land.elect(land.board(unit), Landscape.CHAIR, dilek, day, day);
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        assertThat((end.getEpochSecond() - begin.getEpochSecond()) / 3600.0).isEqualTo(hours);

        clock.show(begin.minusSeconds(2));
        assertThat(mayAdminister(dilek)).isFalse();
        for (Instant now = begin; now.isBefore(end); now = now.plusSeconds(1800)) {
            clock.show(now);
            assertThat(mayAdminister(dilek)).as("at %s", now).isTrue();
        }
        clock.show(end.minusSeconds(2));
        assertThat(mayAdminister(dilek)).isTrue();
        clock.show(end);
        assertThat(mayAdminister(dilek)).isFalse();
    }

    @Test
    void the_last_millisecond_of_the_last_day_is_included() {
        for (ZoneId zone : List.of(BERLIN, ZoneId.of("Asia/Kathmandu"))) {
            LocalDateTime last = DAY.atTime(LocalTime.MAX);
            Instant end = DAY.plusDays(1).atStartOfDay(zone).toInstant();
            assertThat(last.atZone(zone).toLocalDate()).isEqualTo(DAY);
            assertThat(end.minusMillis(1).atZone(zone).toLocalDate()).isEqualTo(DAY);
            assertThat(new Term(DAY, DAY).includes(end.minusMillis(1).atZone(zone).toLocalDate()))
                    .isTrue();
            assertThat(new Term(DAY, DAY).includes(end.atZone(zone).toLocalDate())).isFalse();
        }
    }

    @Test
    void another_time_zone_holds_at_once() {
        MemberId dilek = land.person();
        land.elect(land.board(unit), Landscape.CHAIR, dilek, DAY, DAY);
        clock.show(DAY.atTime(22, 0), BERLIN);
        assertThat(mayAdminister(dilek)).isTrue();
        live(ZoneId.of("Pacific/Auckland"));
        assertThat(today.date()).isEqualTo(DAY.plusDays(1));
        assertThat(mayAdminister(dilek)).as("there it is over").isFalse();
    }

    @Test
    void no_time_zone_is_chosen_in_which_it_is_still_yesterday() {
        ZoneId newYork = ZoneId.of("America/New_York");
        MemberId dilek = land.person();
        land.elect(land.board(unit), Landscape.CHAIR, dilek, DAY, DAY);
        clock.show(DAY.plusDays(1).atTime(5, 59, 50), BERLIN);
        assertThatThrownBy(() -> live(newYork)).hasMessage("DAY_WOULD_GO_BACK");
        assertThat(today.date()).isEqualTo(DAY.plusDays(1));
        assertThat(mayAdminister(dilek)).as("what has ended stays so").isFalse();
        live(BERLIN);
        clock.show(DAY.plusDays(1).atTime(6, 0), BERLIN);
        live(newYork);
        assertThat(today.date()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void history_stays_gapless_when_the_clock_is_set_back() {
        live(ZoneId.of("Pacific/Kiritimati"));
        clock.show(DAY.atTime(12, 0), ZoneId.of("Pacific/Kiritimati"));
        Unit land2 = land.below(unit, "Land");
        Unit renamed = units.rename(land.admin, unit.id(), new Name("Umbenannt"), null, 1);
        clock.show(DAY.minusDays(1).atTime(12, 0), ZoneId.of("Pacific/Kiritimati"));
        assertThat(today.date()).isEqualTo(DAY.minusDays(1));
        assertThat(units.find(land2.slug())).as("founded tomorrow, and there").isPresent();
        units.rename(land.admin, unit.id(), new Name("Noch einmal"), null, renamed.version());
        reforms.dissolve(land.admin, land2.id(), land2.version());
        expectGapless(unit);
        expectGapless(land2);
        assertThat(land.now(unit).name()).isEqualTo("Noch einmal");
        assertThat(land.now(land2).isOver()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1992-06-16, 2027-06-15",
        "1992-06-17, 2027-06-16",
        "1992-02-29, 2027-02-28",
        "1996-02-29, 2031-02-28",
        "1993-02-28, 2028-02-27",
        "1993-03-01, 2028-02-29"
    })
    void a_membership_ends_on_the_day_before_the_35th_birthday(LocalDate born, LocalDate last) {
        clock.show(LocalDate.of(2026, 12, 1).atTime(12, 0), BERLIN);
        land.rule(unit, Rule.AGE_LIMIT, "35", land.today());
        MemberId member = land.person(born);
        var membership = land.at(unit, member);
        assertThat(membership.because()).isEqualTo(EndedBecause.AGE_LIMIT);
        assertThat(membership.term().lastDay()).isEqualTo(last);

        clock.show(last.atTime(23, 59, 58), BERLIN);
        assertThat(seesNames(member)).isTrue();
        clock.show(last.plusDays(1).atStartOfDay(), BERLIN);
        assertThat(seesNames(member)).isFalse();
        assertThat(memberships.current(member)).isEmpty();
    }

    @Test
    void when_the_age_limit_changes_the_end_follows() {
        LocalDate born = DAY.minusYears(29).minusDays(100);
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        MemberId member = land.person(born);
        land.at(unit, member);
        assertThat(endOf(member)).isEqualTo(born.plusYears(35).minusDays(1));
        land.rule(unit, Rule.AGE_LIMIT, "40", DAY);
        assertThat(endOf(member)).isEqualTo(born.plusYears(40).minusDays(1));
        land.rule(unit, Rule.AGE_LIMIT, "30", DAY);
        assertThat(endOf(member)).isEqualTo(born.plusYears(30).minusDays(1));
    }

    @Test
    void whoever_moves_home_ends_with_the_age_limit_of_the_new_one() {
        Unit one = land.below(unit, "Eins");
        Unit two = land.below(unit, "Zwei");
        land.rule(one, Rule.AGE_LIMIT, "35", DAY);
        LocalDate born = DAY.minusYears(20);
        MemberId member = land.person(born);
        land.at(one, member, Term.since(DAY.minusDays(9)));
        moves.ask(member, member, two.id());
        moves.accept(land.admin, moves.openOf(member).orElseThrow().id());
        assertThat(memberships.current(member).getFirst().term().lastDay()).isNull();
        land.rule(two, Rule.AGE_LIMIT, "30", DAY);
        assertThat(endOf(member)).isEqualTo(born.plusYears(30).minusDays(1));
        clock.show(DAY.plusDays(1).atTime(12, 0), BERLIN);
        merge(one, two);
        land.rule(unit, Rule.AGE_LIMIT, "40", land.today());
        assertThat(endOf(member))
                .as("the wider limit went along")
                .isEqualTo(born.plusYears(35).minusDays(1));
    }

    @Test
    void nobody_stops_a_reform_by_an_age_that_is_not_known_or_too_high() {
        Unit one = land.below(unit, "Eins");
        Unit two = land.below(unit, "Zwei");
        MemberId unknown = land.person(null);
        MemberId guest = land.person(DAY.minusYears(34).minusDays(360));
        land.at(one, unknown);
        land.at(one, guest, new Term(DAY, DAY.plusDays(3)));
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        clock.show(DAY.plusDays(1).atTime(12, 0), BERLIN);
        Unit merged = merge(one, two);
        assertThat(memberships.current(unknown))
                .extracting(Membership::unit)
                .containsExactly(merged.id());
        assertThat(endOf(guest)).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void an_age_limit_set_for_later_ends_memberships_on_its_day_without_anybody_doing_anything() {
        MemberId old = land.person(DAY.minusYears(50));
        MemberId young = land.person(DAY.minusYears(34));
        land.at(unit, old);
        land.at(unit, young);
        LocalDate begins = DAY.plusMonths(2);
        land.rule(unit, Rule.AGE_LIMIT, "35", begins);
        assertThat(endOf(old)).isEqualTo(begins.minusDays(1));
        assertThat(endOf(young)).isEqualTo(DAY.plusYears(1).minusDays(1));
        assertThat(seesNames(old)).isTrue();
        clock.show(begins.atStartOfDay(), BERLIN);
        assertThat(seesNames(old)).isFalse();
        assertThat(seesNames(young)).isTrue();
    }

    @Test
    void an_age_limit_never_ends_anything_in_the_past() {
        MemberId old = land.person(DAY.minusYears(50));
        land.at(unit, old, new Term(DAY, null));
        clock.show(DAY.plusDays(10).atTime(12, 0), BERLIN);
        land.rule(unit, Rule.AGE_LIMIT, "35", land.today());
        assertThat(endOf(old)).isEqualTo(DAY.plusDays(9));
    }

    @Test
    void a_unit_that_moves_below_an_age_limit_takes_it_over() {
        Unit youth = land.below(unit, "Jugend");
        Unit branch = land.unit(unit, 3, "Kreis");
        land.rule(youth, Rule.AGE_LIMIT, "35", DAY);
        LocalDate born = DAY.minusYears(20);
        MemberId member = land.person(born);
        land.at(branch, member);
        assertThat(memberships.current(member).getFirst().term().lastDay()).isNull();
        units.move(land.admin, branch.id(), youth.id(), land.now(branch).version());
        assertThat(endOf(member)).isEqualTo(born.plusYears(35).minusDays(1));
    }

    @Test
    void when_a_date_of_birth_is_corrected_the_end_follows() {
        Unit youth = land.below(unit, "Jugend");
        MemberId chair = land.chairOf(youth);
        MemberId member = land.person(null);
        land.at(youth, member);
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        assertThat(memberships.current(member).getFirst().term().lastDay()).isNull();
        membershipCorrections.correctBorn(chair, member, DAY.minusYears(30));
        assertThat(endOf(member)).isEqualTo(DAY.plusYears(5).minusDays(1));
        membershipCorrections.correctBorn(chair, member, DAY.minusYears(20));
        assertThat(endOf(member)).isEqualTo(DAY.plusYears(15).minusDays(1));
        membershipCorrections.correctBorn(chair, member, DAY.minusYears(50));
        assertThat(endOf(member)).isEqualTo(DAY.minusDays(1));
        membershipCorrections.correctBorn(chair, member, DAY.minusYears(20));
        assertThat(endOf(member)).as("it was a slip").isEqualTo(DAY.plusYears(15).minusDays(1));
    }

    @Test
    void a_date_of_birth_is_corrected_by_those_who_administer_the_member() {
        MemberId chair = land.chairOf(land.below(unit, "Land"));
        MemberId member = land.person();
        land.at(unit, member);
        LocalDate born = DAY.minusYears(20);
        for (MemberId other : List.of(chair, member)) {
            assertThatThrownBy(() -> membershipCorrections.correctBorn(other, member, born))
                    .isInstanceOf(NotPermitted.class);
        }
        MemberId homeless = land.person(null);
        membershipCorrections.correctBorn(land.admin, homeless, born);
        for (LocalDate impossible : List.of(DAY.plusDays(1), LocalDate.of(1899, 12, 31))) {
            assertThatThrownBy(() ->
                            membershipCorrections.correctBorn(land.admin, homeless, impossible))
                    .hasMessage("INVALID_BORN");
        }
    }

    @Test
    void whose_date_of_birth_is_not_known_does_not_stop_an_age_limit() {
        MemberId unknown = land.person(null);
        land.at(unit, unknown);
        land.rule(unit, Rule.AGE_LIMIT, "35", DAY);
        assertThat(memberships.current(unknown).getFirst().term().lastDay()).isNull();
    }

    @Test
    void a_membership_that_begins_later_gives_its_rights_from_that_midnight_on() {
        MemberId member = land.person();
        land.at(unit, member, Term.since(DAY.plusDays(3)));
        clock.show(DAY.plusDays(2).atTime(23, 59, 58), BERLIN);
        assertThat(seesNames(member)).as("asked, and so at hand").isFalse();
        clock.show(DAY.plusDays(3).atStartOfDay(), BERLIN);
        assertThat(seesNames(member)).isTrue();
    }

    @Test
    void a_membership_that_begins_later_does_not_begin_earlier_because_its_unit_was_merged() {
        Unit one = land.below(unit, "Eins");
        Unit two = land.below(unit, "Zwei");
        MemberId member = land.person();
        land.at(one, member, Term.since(DAY.plusDays(20)));
        Unit both = merge(one, two);
        assertThat(memberships.current(member)).isEmpty();
        assertThat(memberships.of(member))
                .filteredOn(known -> known.unit().equals(both.id()))
                .singleElement()
                .satisfies(known -> assertThat(known.term().from()).isEqualTo(DAY.plusDays(20)));
    }

    @Test
    void a_grant_begins_and_ends_with_its_days_though_it_was_asked_for_before() {
        MemberId member = land.person();
        grants.give(
                land.admin,
                new NewGrant(
                        member,
                        Role.ADMINISTRATOR,
                        unit.id().subject(),
                        new Term(DAY.plusDays(1), DAY.plusDays(2))));
        List<Boolean> seen = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            clock.show(DAY.plusDays(day).atTime(12, 0), BERLIN);
            seen.add(mayAdminister(member));
        }
        assertThat(seen).containsExactly(false, true, true, false);
    }

    /// Two clock changes, a leap day, terms that meet and terms that leave a gap; and roles that
    /// rest once the member is too old to be one.
    @Test
    void a_whole_year_day_by_day_is_what_the_terms_say() {
        LocalDate first = LocalDate.of(2027, 11, 1);
        clock.show(first.atTime(9, 0), BERLIN);
        Unit below = land.below(unit, "Land");
        Body board = land.board(below);
        Body committee = land.body(below, BodyKind.COMMITTEE);
        LocalDate born = first.minusYears(35).plusDays(200);
        MemberId member = land.person(born);
        land.rule(below, Rule.AGE_LIMIT, "35", first);
        land.at(below, member, Term.since(first.plusDays(30)));
        var office = new Term(first.plusDays(10), first.plusDays(119));
        var again = new Term(first.plusDays(120), first.plusDays(180));
        var seat = new Term(first.plusDays(100), first.plusDays(250));
        var grant = new Term(first.plusDays(170), first.plusDays(300));
        elect(board, member, office);
        elect(board, member, again);
        elect(committee, member, seat);
        grants.give(
                land.admin, new NewGrant(member, Role.ADMINISTRATOR, unit.id().subject(), grant));
        var home = new Term(first.plusDays(30), born.plusYears(35).minusDays(1));

        IntStream.range(0, 366)
                .mapToObj(first::plusDays)
                .forEach(day -> {
                    clock.show(day.atTime(day.getDayOfMonth() % 24, 30), BERLIN);
                    boolean hasLeft = home.isOverOn(day);
                    boolean chairs = office.includes(day) || again.includes(day);
                    boolean granted = grant.includes(day) && !hasLeft;
                    boolean administers = chairs || granted;
                    assertThat(allowed(member, below))
                            .as("%s", day)
                            .containsExactly(
                                    administers, administers || home.includes(day), chairs);
                    assertThat(
                                    permissions.allows(
                                            member, Permission.ACT_FOR, committee.id().subject()))
                            .as("%s", day)
                            .isEqualTo(seat.includes(day) && !hasLeft);
                    assertThat(mayAdminister(member)).isEqualTo(granted);
                });
    }

    private Unit merge(Unit one, Unit two) {
        return reforms.merge(
                land.admin, new MergeUnits(List.of(one.id(), two.id()), new Name("Beide")));
    }

    private List<Boolean> allowed(MemberId member, Unit one) {
        return Stream.of(Permission.ADMINISTER, Permission.SEE_MEMBERS, Permission.ACT_FOR)
                .map(permission -> permissions.allows(member, permission, one.id().subject()))
                .toList();
    }

    private void elect(Body body, MemberId member, Term term) {
        land.elect(body, Landscape.CHAIR, member, term.from(), term.end().orElseThrow());
    }

    private long version(Body body) {
        return workspace.getBean(Bodies.class).get(body.id()).version();
    }

    private void expectGapless(Unit one) {
        List<UnitState> states = units.history(one.id());
        for (int at = 1; at < states.size(); at++) {
            assertThat(states.get(at).term().from())
                    .isEqualTo(states.get(at - 1).term().end().orElseThrow().plusDays(1));
        }
    }

    private LocalDate endOf(MemberId member) {
        return memberships.of(member).getFirst().term().end().orElseThrow();
    }

    private boolean mayAdminister(MemberId member) {
        return permissions.allows(member, Permission.ADMINISTER, unit.id().subject());
    }

    private boolean seesNames(MemberId member) {
        return permissions.allows(member, Permission.SEE_MEMBERS, unit.id().subject());
    }

    private void live(ZoneId zone) {
        associations.change(
                land.admin, associations.find().orElseThrow().version(), settings(zone));
    }

    private static AssociationSettings settings(ZoneId zone) {
        return new AssociationSettings("Verband", Locale.GERMAN, zone, null);
    }
}
