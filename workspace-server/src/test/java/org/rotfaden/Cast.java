package org.rotfaden;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.Right;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.Election.Elected;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.context.ApplicationContext;

/// A small association in which every [Part] is played by somebody, through real offices,
/// memberships, groups and grants: a unit with one above, one below and one beside it.
public final class Cast {

    private static final String CHAIR = "Vorsitz";
    private static final String TREASURER = "Kasse";
    private static final String SECRETARY = "Schriftführung";
    private static final String ASSESSOR = "Beisitz";

    private final ApplicationContext workspace;
    private final MemberId anna;
    private final LocalDate today;
    private final Map<Part, Member> players = new EnumMap<>(Part.class);

    public final TreeId tree;
    public final UnitId above;
    public final UnitId here;
    public final UnitId below;
    public final UnitId beside;
    public final BodyId board;
    public final BodyId boardAbove;
    public final BodyId committee;
    public final WorkingGroupId group;
    public final WorkingGroupId otherGroup;
    public final WorkingGroupId archivedGroup;
    public final MotionSummary motionOfUnit;
    public final MotionSummary motionOfBoard;
    public final MotionSummary motionOfGroup;

    private Cast(ApplicationContext workspace) {
        this.workspace = workspace;
        Association association = workspace.getBean(Association.class);
        anna = association.anna().id();
        today = workspace.getBean(Today.class).date();
        for (Part part : Part.values()) {
            Right right = part == Part.RESTING ? Right.READ : Right.WRITE;
            players.put(part, association.newcomer(right));
        }
        tree = plant();
        above = found(null, 1, "Kreis");
        here = found(above, 2, "Nordstadt");
        below = found(here, 3, "Hafen");
        beside = found(above, 2, "Südstadt");
        takeIn();
        boardAbove = board(above, Part.CHAIR_ABOVE);
        board(below, Part.CHAIR_BELOW);
        board(beside, Part.CHAIR_BESIDE);
        board = wholeBoard();
        committee = body(here, BodyKind.COMMITTEE, "Ausschuss");
        elect(committee, sinceLastYear(), as(ASSESSOR, Part.BODY_MEMBER));
        group = group(Part.GROUP_HOST);
        bean(WorkingGroups.class).join(id(Part.GROUP_MEMBER), group);
        otherGroup = group(Part.FORMER_GROUP);
        archivedGroup = group(Part.FORMER_GROUP);
        bean(WorkingGroups.class).archive(id(Part.FORMER_GROUP), archivedGroup);
        motionOfUnit = motion(Part.CHAIR, here.subject());
        motionOfBoard = motion(Part.CHAIR, board.subject());
        motionOfGroup = motion(Part.GROUP_HOST, group.subject());
        giveByHand();
    }

    public static Cast assemble(ApplicationContext workspace) {
        return new Cast(workspace);
    }

    public Member player(Part part) {
        return requireNonNull(players.get(part));
    }

    public MemberId id(Part part) {
        return player(part).id();
    }

    private TreeId plant() {
        var levels =
                Stream.of("Kreisverband", "Ortsverein", "Distrikt")
                        .map(name -> new UnitLevel(1, name, name))
                        .toList();
        return bean(Trees.class).make(anna, new NewTree(new Name("Partei"), levels)).id();
    }

    private UnitId found(@Nullable UnitId parent, int level, String name) {
        var unit = new NewUnit(tree, parent, level, new Name(name), null);
        return bean(Units.class).found(anna, unit).id();
    }

    private void takeIn() {
        begin(Part.HOME_MEMBER, here, MembershipKind.FULL, Term.since(today));
        begin(Part.GUEST, here, MembershipKind.GUEST, Term.since(today));
        var lastYear = new Term(today.minusYears(1), today.minusDays(1));
        begin(Part.FORMER_MEMBER, here, MembershipKind.FULL, lastYear);
        begin(Part.CHAIR_WHO_LEFT, here, MembershipKind.FULL, lastYear);
        for (Rule rule : List.of(Rule.MEMBERS_WRITE_MOTIONS, Rule.GUESTS_TAKE_PART)) {
            bean(Rules.class).set(anna, new NewRule(below, rule, today, "yes", "§ 7 (2)", true));
        }
        begin(Part.HOME_MEMBER_BELOW, below, MembershipKind.FULL, Term.since(today));
        begin(Part.GUEST_BELOW, below, MembershipKind.GUEST, Term.since(today));
    }

    private void begin(Part part, UnitId unit, MembershipKind kind, Term term) {
        bean(Memberships.class).begin(anna, new NewMembership(id(part), unit, kind, term));
    }

    private BodyId board(UnitId unit, Part chair) {
        BodyId body = body(unit, BodyKind.EXECUTIVE_COMMITTEE, "Vorstand");
        elect(body, sinceLastYear(), as(CHAIR, chair));
        return body;
    }

    private BodyId wholeBoard() {
        BodyId body = body(here, BodyKind.EXECUTIVE_COMMITTEE, "Vorstand");
        elect(
                body,
                new Term(today.minusYears(2), today.minusYears(1).minusDays(1)),
                as(CHAIR, Part.FORMER_CHAIR));
        elect(
                body,
                sinceLastYear(),
                as(CHAIR, Part.CHAIR),
                as(CHAIR, Part.CHAIR_WHO_LEFT),
                as(TREASURER, Part.TREASURER),
                as(SECRETARY, Part.SECRETARY),
                as(ASSESSOR, Part.ASSESSOR),
                as(ASSESSOR, Part.RESTING));
        return body;
    }

    private Term sinceLastYear() {
        return new Term(today.minusYears(1), today.plusYears(1));
    }

    private BodyId body(UnitId unit, BodyKind kind, String name) {
        var seats =
                List.of(
                        new Seat(OfficeRole.CHAIR, CHAIR, 2),
                        new Seat(OfficeRole.TREASURER, TREASURER, 1),
                        new Seat(OfficeRole.SECRETARY, SECRETARY, 1),
                        new Seat(OfficeRole.ASSESSOR, ASSESSOR, 3));
        return bean(Bodies.class)
                .found(anna, unit, new BodyDescription(kind, new Name(name), "", 24, seats))
                .id();
    }

    private void elect(BodyId body, Term term, Elected... elected) {
        bean(Offices.class)
                .elect(
                        anna,
                        new Election(body, List.of(elected), term, term.from(), "Hauptversammlung"),
                        bean(Bodies.class).get(body).version());
    }

    private Elected as(String title, Part part) {
        return new Elected(title, id(part));
    }

    private WorkingGroupId group(Part host) {
        var described =
                new GroupDescription(
                        new Name("Arbeitskreis"),
                        "",
                        GroupKind.WORKING_GROUP,
                        Admission.OPEN,
                        List.of(here));
        return bean(WorkingGroups.class).found(id(host), described).id();
    }

    private MotionSummary motion(Part author, Subject owner) {
        var content = FirstContent.titled("Antrag");
        return bean(Motions.class).draft(new DraftMotion(id(author), owner, content));
    }

    private void giveByHand() {
        give(id(Part.CHAIR), Part.INVITED_READER, Role.READER, motionOfBoard.id().subject());
        give(id(Part.CHAIR), Part.INVITED_WRITER, Role.WRITER, motionOfBoard.id().subject());
        give(anna, Part.CHAIR_WHO_LEFT, Role.ADMINISTRATOR, here.subject());
        give(anna, Part.UNIT_ADMINISTRATOR, Role.ADMINISTRATOR, here.subject());
        give(anna, Part.ASSOCIATION_ADMINISTRATOR, Role.ADMINISTRATOR, Subject.ASSOCIATION);
        give(anna, Part.OPERATOR, Role.OPERATOR, Subject.ASSOCIATION);
    }

    private void give(MemberId by, Part part, Role role, Subject where) {
        bean(ExplicitGrants.class).give(by, new NewGrant(id(part), role, where, Term.since(today)));
    }

    private <T> T bean(Class<T> type) {
        return workspace.getBean(type);
    }
}
