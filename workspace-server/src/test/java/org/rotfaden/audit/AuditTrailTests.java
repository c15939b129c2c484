package org.rotfaden.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.NewUnion;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

@WorkspaceTest
class AuditTrailTests {

    private static final AuditChain.Progress TO_THE_END = (_, _) -> true;

    @Autowired private ApplicationContext workspace;
    @Autowired private AuditTrail trail;
    @Autowired private AuditChain chain;
    @Autowired private Association association;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TablesOwner owner;
    @Autowired private Permissions permissions;
    @Autowired private Clock clock;
    private MemberId anna;
    private Landscape land;

    @BeforeEach
    void lookAround() {
        anna = association.anna().id();
        land = new Landscape(workspace);
    }

    @Test
    void what_changes_units_is_written_down() {
        var units = workspace.getBean(Units.class);
        var reforms = workspace.getBean(UnitReforms.class);
        var ties = workspace.getBean(UnitTies.class);
        long before = last();
        Unit top = land.top("Oben");
        Unit one = land.below(top, "Eins");
        Unit two = land.below(top, "Zwei");
        Unit three = land.below(one, "Drei");
        Unit other = new Landscape(workspace).top("Anderswo");
        units.rename(anna, one.id(), new Name("Eins A"), null, one.version());
        units.move(anna, three.id(), two.id(), three.version());
        ties.link(anna, one.id(), other.id());
        ties.unlink(anna, one.id(), other.id());
        var union =
                ties.join(
                        anna, new NewUnion(new Name("Bund"), "Zweck", List.of(one.id(), two.id())));
        ties.dissolve(anna, union.id());
        land.rule(top, Rule.LONGEST_TERM, "24", land.today());
        Unit merged =
                reforms.merge(
                        anna,
                        new MergeUnits(List.of(one.id(), two.id()), new Name("Eins und Zwei")));
        reforms.split(
                anna,
                new SplitUnit(
                        merged.id(),
                        List.of(
                                new SplitUnit.Part(new Name("Links"), List.of(), List.of()),
                                new SplitUnit.Part(new Name("Rechts"), List.of(), List.of()))),
                land.now(merged).version());
        Unit lonely = land.below(top, "Allein");
        reforms.dissolve(anna, lonely.id(), lonely.version());

        assertThat(actionsSince(before))
                .contains(
                        "TREE_MADE",
                        "UNIT_FOUNDED",
                        "UNIT_RENAMED",
                        "UNIT_MOVED",
                        "UNITS_LINKED",
                        "UNITS_UNLINKED",
                        "UNION_JOINED",
                        "UNION_DISSOLVED",
                        "RULE_SET_LONGEST_TERM",
                        "UNIT_MERGED",
                        "UNIT_SPLIT",
                        "UNIT_DISSOLVED");
    }

    @Test
    void who_comes_into_an_office_or_a_home_or_out_of_it_is_written_down() {
        var offices = workspace.getBean(Offices.class);
        var memberships = workspace.getBean(Memberships.class);
        var moves = workspace.getBean(HomeMoves.class);
        long before = last();
        Unit top = land.top("Oben");
        Unit here = land.below(top, "Hier");
        Unit there = land.below(top, "Dort");
        MemberId person = land.person();
        LocalDate today = land.today();
        Body board = land.body(here, BodyKind.EXECUTIVE_COMMITTEE);
        land.elect(board, Landscape.CHAIR, person, today, today.plusYears(1));
        Office office = offices.everIn(board.id()).getFirst();
        offices.end(anna, office.id(), today);
        offices.endBody(
                anna, board.id(), workspace.getBean(Bodies.class).get(board.id()).version());
        Membership home = land.at(here, person);
        var move = moves.ask(person, person, there.id());
        moves.accept(anna, move.id());
        memberships.end(anna, memberships.current(person).getFirst().id(), today.plusDays(3));
        assertThat(home.unit()).isEqualTo(here.id());

        assertThat(actionsSince(before))
                .contains(
                        "BODY_FOUNDED",
                        "OFFICES_FILLED",
                        "OFFICE_GIVEN",
                        "OFFICE_ENDED",
                        "BODY_ENDED",
                        "MEMBERSHIP_BEGUN",
                        "HOME_MOVE_ASKED",
                        "HOME_MOVE_DONE",
                        "MEMBERSHIP_ENDED");
        assertThat(trail.latest(anna, AuditQuery.ALL, 0, 50))
                .filteredOn(entry ->
                        entry.action().equals("OFFICE_GIVEN")
                                && entry.subject().equals(board.id().subject()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(anna);
                    assertThat(entry.concerned()).isEqualTo(person.value());
                });
    }

    @Test
    void what_happens_in_a_group_is_written_down() {
        var groups = workspace.getBean(WorkingGroups.class);
        MemberId guest = association.newcomer(Right.WRITE).id();
        long before = last();
        var described =
                new GroupDescription(
                        new Name("Kreis " + UUID.randomUUID().toString().substring(0, 8)),
                        "",
                        GroupKind.WORKING_GROUP,
                        Admission.ON_REQUEST,
                        List.of());
        WorkingGroup group = groups.found(anna, described);
        groups.change(anna, group.id(), described, group.version());
        groups.join(guest, group.id());
        groups.admit(anna, group.id(), guest);
        groups.makeHost(anna, group.id(), guest);
        groups.hostNoLonger(anna, group.id(), anna);
        groups.archive(guest, group.id());
        groups.reopen(guest, group.id());
        groups.leave(anna, group.id(), anna);

        assertThat(actionsSince(before))
                .containsExactly(
                        "GROUP_FOUNDED",
                        "GROUP_CHANGED",
                        "GROUP_JOIN_ASKED",
                        "GROUP_ADMIT_MEMBER",
                        "GROUP_HOST_MADE",
                        "GROUP_HOST_NO_LONGER",
                        "GROUP_ARCHIVED",
                        "GROUP_REOPENED",
                        "GROUP_LEFT");
    }

    @Test
    void what_people_may_do_and_how_they_come_in_is_written_down() {
        var members = workspace.getBean(Members.class);
        var grants = workspace.getBean(ExplicitGrants.class);
        var tokens = workspace.getBean(AccessTokens.class);
        MotionSummary motion = association.motion("Ein Antrag, den man übergibt");
        MemberId guest = association.newcomer(Right.WRITE).id();
        Unit unit = land.top("Oben");
        long before = last();
        members.changeRight(anna, guest, Right.READ);
        workspace.getBean(MemberPasswords.class).renew(anna, guest);
        var token = tokens.create(association.logIn(guest));
        tokens.revoke(guest, token.id());
        var given =
                grants.give(
                        anna,
                        new NewGrant(
                                guest,
                                Role.READER,
                                motion.id().subject(),
                                Term.since(land.today())));
        grants.end(anna, given.grant().id());
        grants.give(
                anna,
                new NewGrant(anna, Role.WRITER, unit.id().subject(), Term.since(land.today())));
        workspace.getBean(Motions.class).handOver(anna, motion.id(), unit.id().subject());

        assertThat(actionsSince(before))
                .containsExactly(
                        "RIGHT_READ",
                        "PASSWORD_RENEWED",
                        "ACCESS_TOKEN_MADE",
                        "ACCESS_TOKEN_REVOKED",
                        "GRANTED_READER",
                        "GRANT_ENDED_READER",
                        "GRANTED_WRITER",
                        "MOTION_HANDED_OVER");
    }

    @Test
    void what_the_association_says_of_itself_is_written_down() {
        var associations = workspace.getBean(Associations.class);
        transaction.executeWithoutResult(test -> {
            test.setRollbackOnly();
            var settings =
                    new AssociationSettings(
                            "Verband", Locale.GERMAN, ZoneId.of("Europe/Berlin"), null);
            associations.found(settings);
            long before = last();
            long version = jdbc.sql("select version from association").query(Long.class).single();
            associations.change(anna, version, settings);
            associations.changeLogo(anna, null);
            TransactionSynchronizationUtils.triggerBeforeCommit(false);
            assertThat(actionsSince(before))
                    .containsExactly("ASSOCIATION_CHANGED", "ASSOCIATION_LOGO_CHANGED");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor_id = gen_random_uuid() where sequence = %d",
                "update audit_entry set action = 'UNIT_MOVED' where sequence = %d",
                "update audit_entry set recorded_at = recorded_at + interval '1 second'"
                        + " where sequence = %d",
                "update audit_entry set subject_id = gen_random_uuid() where sequence = %d",
                "update audit_entry set concerned_id = null where sequence = %d",
                "delete from audit_entry where sequence = %d",
                // it takes a place before all others
                "update audit_entry set sequence = -1 where sequence = %d"
            })
    void a_changed_a_missing_and_a_moved_entry_are_found(String tampering) {
        changeMuch(4);
        long entry = last() - 3;
        assertThat(chain.check(TO_THE_END).isUnbroken()).isTrue();
        owner.transaction()
                .executeWithoutResult(test -> {
                    test.setRollbackOnly();
                    JdbcClient tampered = tamper(tampering.formatted(entry));
                    AuditChain.Finding found = new AuditChain(tampered).check(TO_THE_END);
                    assertThat(found.firstBroken().orElseThrow()).isIn(1L, entry);
                    assertThat(found.intact()).isLessThan(entry);
                });
        assertThat(chain.check(TO_THE_END).isUnbroken()).isTrue();
    }

    /// A chain cannot show that its end was cut off; the hash of its last entry can, for whoever
    /// has written it down.
    @Test
    void a_new_end_has_another_hash() {
        changeMuch(2);
        String written = chain.check(TO_THE_END).lastHash();
        owner.transaction()
                .executeWithoutResult(test -> {
                    test.setRollbackOnly();
                    JdbcClient tampered =
                            tamper("delete from audit_entry where sequence = " + last());
                    var cutOff = new AuditChain(tampered);
                    new AuditTrail(tampered, cutOff, permissions, clock)
                            .record(anna, "GRANTED_READER", Subject.ASSOCIATION);
                    TransactionSynchronizationUtils.triggerBeforeCommit(false);
                    AuditChain.Finding found = cutOff.check(TO_THE_END);
                    assertThat(found.isUnbroken()).isTrue();
                    assertThat(found.lastHash()).isNotEqualTo(written);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'NOTHING'",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void the_database_keeps_what_was_written_down(String statement) {
        changeMuch(1);
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owner.jdbc().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only continued");
    }

    @Test
    void many_who_change_something_at_once_make_one_chain() throws Exception {
        long before = last();
        int people = 8;
        long each = 10;
        try (var threads = Executors.newFixedThreadPool(people)) {
            List<Future<?>> working = new ArrayList<>();
            for (int one = 0; one < people; one++) {
                working.add(threads.submit(() -> changeMuch(each)));
            }
            for (Future<?> one : working) {
                one.get();
            }
        }
        AuditChain.Finding found = chain.check(TO_THE_END);
        assertThat(found.isUnbroken()).isTrue();
        assertThat(found.intact()).isEqualTo(before + people * each);
    }

    @Test
    void what_is_taken_back_with_its_transaction_leaves_no_gap() {
        changeMuch(1);
        long before = last();
        transaction.executeWithoutResult(failing -> {
            trail.record(anna, "GRANTED_READER", Subject.ASSOCIATION);
            failing.setRollbackOnly();
        });
        changeMuch(1);
        assertThat(last()).isEqualTo(before + 1);
        assertThat(chain.check(TO_THE_END).isUnbroken()).isTrue();
    }

    @Test
    void it_holds_codes_and_ids_and_nothing_else() {
        changeMuch(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select column_name || ' ' || data_type from information_schema.columns
                                        where table_name = 'audit_entry' order by ordinal_position
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "sequence bigint",
                        "recorded_at timestamp with time zone",
                        "actor_id uuid",
                        "action text",
                        "subject_type text",
                        "subject_id uuid",
                        "concerned_id uuid",
                        "hash bytea");
        assertThat(
                        jdbc.sql("select distinct action || ' ' || subject_type from audit_entry")
                                .query(String.class)
                                .list())
                .allMatch(codes -> codes.matches("[A-Z_]+ [a-z-]+"));
    }

    @Test
    void each_action_is_of_one_kind_by_which_it_is_found() {
        assertThat(jdbc.sql("select distinct action from audit_entry").query(String.class).list())
                .isNotEmpty()
                .allSatisfy(action ->
                        assertThat(AuditKind.values())
                                .filteredOn(kind -> isOf(kind, action))
                                .as(action)
                                .hasSize(1));
        List<AuditEntry> all = trail.latest(anna, AuditQuery.ALL, 0, 200);
        for (AuditKind kind : AuditKind.values()) {
            assertThat(trail.latest(anna, new AuditQuery(kind, null), 0, 200))
                    .containsAll(all.stream().filter(entry -> isOf(kind, entry.action())).toList())
                    .allMatch(entry -> isOf(kind, entry.action()));
        }
        for (Instant odd : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(trail.latest(anna, new AuditQuery(null, odd), 0, 1).isEmpty())
                    .isEqualTo(odd.equals(Instant.MAX));
        }
        AuditEntry some = all.get(all.size() / 2);
        assertThat(trail.latest(anna, new AuditQuery(null, some.at()), 0, 200))
                .contains(some)
                .allMatch(entry -> !entry.at().isBefore(some.at()));
    }

    private static boolean isOf(AuditKind kind, String action) {
        return action.matches(kind.pattern() + ".*");
    }

    @Test
    void only_operators_look_at_it_whole() {
        MemberId bekir = association.bekir().id();
        assertThatThrownBy(() -> trail.latest(bekir, AuditQuery.ALL, 0, 10))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> trail.check(bekir, TO_THE_END)).isInstanceOf(NotPermitted.class);
        assertThat(trail.latest(anna, AuditQuery.ALL, 0, 10)).isNotEmpty();
    }

    private void changeMuch(long times) {
        for (long time = 0; time < times; time++) {
            transaction.executeWithoutResult(_ ->
                    trail.record(anna, "GRANTED_READER", Subject.ASSOCIATION, UUID.randomUUID()));
        }
    }

    /// What only the owner of the trail can do.
    private JdbcClient tamper(String statement) {
        JdbcClient jdbc = owner.jdbc();
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql(statement).update();
        return jdbc;
    }

    private long last() {
        return jdbc.sql("select coalesce(max(sequence), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private List<String> actionsSince(long sequence) {
        return jdbc.sql("select action from audit_entry where sequence > ? order by sequence")
                .param(sequence)
                .query((row, _) -> row.getString("action"))
                .list();
    }
}
