package org.rotfaden.organisation.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Email;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.security.Typed;
import org.springframework.beans.factory.annotation.Autowired;

@WorkspaceTest
class DirectoryTests {

    @Autowired private Directory directory;
    @Autowired private Association association;
    @Autowired private Members members;
    @Autowired private Trees trees;
    @Autowired private Units units;
    @Autowired private Memberships memberships;
    @Autowired private Followings followings;
    @Autowired private Rules rules;
    @Autowired private Bodies bodies;
    @Autowired private Offices offices;
    @Autowired private WorkingGroups groups;
    @Autowired private Permissions permissions;
    @Autowired private SubjectTypes types;
    @Autowired private Today today;

    /// Sets the names of each test apart from those of others.
    private final String mark = "q" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private MemberId admin;
    private UnitTree tree;
    private Unit district;
    private Unit north;
    private Unit south;

    @BeforeEach
    void found_a_district_with_two_branches() {
        admin = association.anna().id();
        tree =
                trees.make(
                        admin,
                        new NewTree(
                                new Name("Partei " + mark),
                                List.of(
                                        new UnitLevel(1, "Kreisverband", "Kreisverbände"),
                                        new UnitLevel(2, "Ortsverein", "Ortsvereine"))));
        district =
                units.found(
                        admin,
                        new NewUnit(tree.id(), null, 1, new Name("Kreis Fünfseen " + mark), null));
        north = branch("Nord");
        south = branch("Süd");
    }

    @Test
    void a_stranger_in_another_unit_is_not_found() {
        Member gul = at(north, "Gül");
        Member oskar = at(south, "Oskar");
        assertThat(named(oskar, "Gül")).isEmpty();
        assertThat(directory.maySee(oskar.id(), gul.id())).isFalse();
        assertThat(directory.person(oskar.id(), gul.slug())).isEmpty();
    }

    @Test
    void who_shares_a_home_is_found_whatever_the_spelling() {
        Member gul = at(north, "Gül Şahin");
        Member ines = at(north, "Inés");
        for (String typed : List.of("gul", "GÜL", "guel", "sahin g", "Şah")) {
            assertThat(named(ines, typed)).as(typed).containsExactly(gul.name());
        }
        assertThat(named(ines, "ül")).isEmpty();
    }

    @Test
    void where_a_rule_hides_members_from_each_other_they_do_not_find_each_other() {
        at(north, "Gül");
        Member ines = at(north, "Ines");
        rules.set(
                admin,
                new NewRule(
                        north.id(),
                        Rule.MEMBERS_SEE_EACH_OTHER,
                        today.date(),
                        "no",
                        "§ 4 der Satzung",
                        true));
        assertThat(named(ines, "Gül")).isEmpty();
    }

    @Test
    void everybody_finds_who_holds_an_office_and_no_longer_once_it_is_over() {
        Member gul = at(north, "Gül");
        Member oskar = at(south, "Oskar");
        Body board = board(north);
        elect(board, gul, new Term(today.date().minusDays(1), today.date().plusYears(1)));
        assertThat(named(oskar, "Gül")).containsExactly(gul.name());
        Person seen = directory.person(oskar.id(), gul.slug()).orElseThrow();
        assertThat(seen.offices()).extracting(Person.Held::title).containsExactly("Vorsitz");
        assertThat(seen.homes()).isEmpty();
        elect(bodies.get(board.id()), at(north, "Nachfolgerin"), today.date().plusYears(2));
        assertThat(named(oskar, "Gül")).isEmpty();
    }

    @Test
    void a_chair_finds_those_of_the_units_below_hers_and_none_beside_them() {
        Member gul = at(north, "Gül");
        Member chair = at(south, "Chefin");
        elect(board(south), chair, today.date().plusYears(1));
        assertThat(named(chair, "Gül")).isEmpty();
        elect(board(district), chair, today.date().plusYears(1));
        assertThat(named(chair, "Gül")).containsExactly(gul.name());
        assertThat(directory.person(chair.id(), gul.slug()).orElseThrow().homes())
                .containsExactly(north);
    }

    @Test
    void who_takes_part_in_the_same_group_is_found_and_who_only_asked_is_not() {
        Member gul = at(north, "Gül");
        Member oskar = at(south, "Oskar");
        WorkingGroup group = group(oskar, "Runde", Admission.ON_REQUEST);
        groups.join(gul.id(), group.id());
        assertThat(named(oskar, "Gül")).isEmpty();
        groups.admit(oskar.id(), group.id(), gul.id());
        assertThat(named(oskar, "Gül")).containsExactly(gul.name());
        assertThat(named(gul, "Oskar")).containsExactly(oskar.name());
        assertThat(directory.person(gul.id(), oskar.slug()).orElseThrow().groups())
                .extracting(Named::slug)
                .containsExactly(group.slug());
    }

    @Test
    void an_administrator_finds_those_without_a_home_too_and_others_do_not() {
        Member homeless = member("Zugereist");
        assertThat(named(association.anna(), "Zugereist")).containsExactly(homeless.name());
        assertThat(named(at(north, "Gül"), "Zugereist")).isEmpty();
        assertThat(directory.maySee(homeless.id(), homeless.id())).isTrue();
    }

    @Test
    void what_the_directory_shows_of_members_agrees_with_the_list_of_each_unit() {
        Member gul = at(north, "Gül");
        for (Member reader :
                List.of(gul, at(north, "Ines"), at(south, "Oskar"), association.anna())) {
            boolean listed =
                    permissions.allows(reader.id(), Permission.SEE_MEMBERS, north.id().subject());
            assertThat(directory.maySee(reader.id(), gul.id())).isEqualTo(listed);
        }
    }

    @Test
    void groups_for_the_invited_are_found_by_those_who_may_know_of_them() {
        Member oskar = at(south, "Oskar");
        Member gul = at(north, "Gül");
        WorkingGroup secret = group(oskar, "Geheim", Admission.INVITED);
        for (Member reader : List.of(gul, oskar, association.anna())) {
            assertThat(names(reader, "Geheim", WorkingGroupId.SUBJECT).isEmpty())
                    .isEqualTo(groups.find(reader.id(), secret.slug()).isEmpty());
        }
        groups.admit(oskar.id(), secret.id(), gul.id());
        assertThat(names(gul, "Geheim", WorkingGroupId.SUBJECT)).containsExactly(secret.name());
    }

    @Test
    void a_mistyped_letter_finds_no_more_than_may_be_known() {
        Member oskar = at(south, "Oskar");
        Member gul = at(north, "Gülizar");
        WorkingGroup secret = group(oskar, "Verschwiegen", Admission.INVITED);
        assertThat(nearly(oskar, "Verschwiegne")).contains(secret.name());
        assertThat(nearly(gul, "Verschwiegne")).doesNotContain(secret.name());
        assertThat(nearly(at(north, "Ines"), "Gulizra")).contains(gul.name());
        assertThat(nearly(oskar, "Gulizra")).doesNotContain(gul.name());
        assertThat(nearly(oskar, "Ortsverien")).contains(north.name());
    }

    private List<String> nearly(Member by, String typed) {
        Typed mistyped = Typed.exactly(typed + " " + mark).forgiving();
        return types.choices(_ -> true, mistyped, by.id(), 50).stream().map(Named::name).toList();
    }

    @Test
    void units_and_their_bodies_are_found_by_kind_and_place() {
        Member oskar = at(south, "Oskar");
        Body board = board(north);
        assertThat(names(oskar, "ortsv nord", UnitId.SUBJECT)).containsExactly(north.name());
        assertThat(names(oskar, "funfseen", UnitId.SUBJECT)).containsExactly(district.name());
        assertThat(names(oskar, "vorst nord", BodyId.SUBJECT)).containsExactly(board.name());
        assertThat(directory.find(oskar.id(), "v", 20)).isEmpty();
        assertThat(directory.find(oskar.id(), "& | ' :*", 20)).isEmpty();
    }

    @Test
    void where_there_is_much_each_kind_gets_its_share() {
        Member gul = at(north, "Gül");
        for (int number = 0; number < 8; number++) {
            at(north, "Gast " + number);
            group(gul, "Gast " + number, Admission.OPEN);
        }
        List<Named> found = directory.find(gul.id(), "gast " + mark, 10);
        assertThat(found)
                .extracting(each -> each.subject().type())
                .containsOnly(WorkingGroupId.SUBJECT, MemberId.SUBJECT);
        assertThat(found)
                .filteredOn(each -> each.subject().type().equals(WorkingGroupId.SUBJECT))
                .hasSize(5);
    }

    @Test
    void who_has_left_finds_nobody_not_even_herself() {
        Member gul = at(north, "Gül");
        assertThat(named(gul, "Gül")).hasSize(1);
        var home = memberships.current(gul.id()).getFirst();
        memberships.end(admin, home.id(), today.date().minusDays(1));
        assertThat(named(gul, "Gül")).isEmpty();
    }

    /// Two pages that ask at different times show the same.
    @Test
    void units_that_are_followed_come_by_name() {
        Member gul = at(north, "Gül");
        Unit first = branch("Aachtal");
        Unit last = branch("Zell");
        followings.follow(gul.id(), last.id());
        followings.follow(gul.id(), first.id());
        assertThat(directory.placesOf(gul.id()))
                .extracting(Belonging::place)
                .extracting(Named::slug)
                .containsExactly(north.slug(), first.slug(), last.slug());
    }

    @Test
    void a_member_belongs_to_her_home_her_bodies_her_groups_and_what_she_follows() {
        Member gul = at(north, "Gül");
        followings.follow(gul.id(), south.id());
        followings.follow(gul.id(), north.id());
        Body board = board(district);
        elect(board, gul, today.date().plusYears(1));
        WorkingGroup group = group(gul, "Runde", Admission.OPEN);
        assertThat(directory.placesOf(gul.id()))
                .extracting(Belonging::place)
                .extracting(Named::slug)
                .containsExactly(north.slug(), board.slug(), group.slug(), south.slug());
        assertThat(directory.placesOf(at(north, "Neu").id())).hasSize(1);
    }

    private List<String> named(Member by, String typed) {
        return names(by, typed, MemberId.SUBJECT);
    }

    private List<String> names(Member by, String typed, String kind) {
        return directory.find(by.id(), typed + " " + mark, 20).stream()
                .filter(found -> found.subject().type().equals(kind))
                .map(Named::name)
                .toList();
    }

    private Unit branch(String name) {
        return units.found(
                admin, new NewUnit(tree.id(), district.id(), 2, new Name(name + " " + mark), null));
    }

    private Member member(String name) {
        return members.registerSample(
                        List.of(
                                new NewMember(
                                        name + " " + mark,
                                        new Email(UUID.randomUUID() + "@example.org"),
                                        Right.WRITE)),
                        Association.PASSWORD)
                .getFirst();
    }

    private Member at(Unit home, String name) {
        Member member = member(name);
        memberships.begin(
                admin,
                new NewMembership(
                        member.id(),
                        home.id(),
                        MembershipKind.FULL,
                        Term.since(today.date().minusYears(1))));
        return member;
    }

    private Body board(Unit unit) {
        return bodies.found(
                admin,
                unit.id(),
                new BodyDescription(
                        BodyKind.EXECUTIVE_COMMITTEE,
                        new Name("Vorstand"),
                        "",
                        24,
                        List.of(new Seat(OfficeRole.CHAIR, "Vorsitz", 1))));
    }

    private void elect(Body body, Member elected, LocalDate lastDay) {
        elect(body, elected, new Term(today.date(), lastDay));
    }

    private void elect(Body body, Member elected, Term term) {
        offices.elect(
                admin,
                new Election(
                        body.id(),
                        List.of(new Election.Elected("Vorsitz", elected.id())),
                        term,
                        today.date(),
                        "Versammlung"),
                body.version());
    }

    private WorkingGroup group(Member host, String name, Admission admission) {
        return groups.found(
                host.id(),
                new GroupDescription(
                        new Name(name + " " + mark),
                        "",
                        GroupKind.WORKING_GROUP,
                        admission,
                        List.of()));
    }
}
