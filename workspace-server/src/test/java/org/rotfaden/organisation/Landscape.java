package org.rotfaden.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.Association;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.memberships.Membership;
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
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A tree of units of one test, which no other test knows, and people for it.
public final class Landscape {

    public static final String CHAIR = "Vorsitz";
    public static final String ASSESSOR = "Beisitz";

    private static final List<UnitLevel> LEVELS =
            List.of(
                    new UnitLevel(1, "Bund", "Bünde"),
                    new UnitLevel(2, "Land", "Länder"),
                    new UnitLevel(3, "Kreis", "Kreise"),
                    new UnitLevel(4, "Ort", "Orte"));

    public final MemberId admin;
    public final UnitTree tree;
    private final ApplicationContext workspace;

    public Landscape(ApplicationContext workspace) {
        this.workspace = workspace;
        admin = workspace.getBean(Association.class).anna().id();
        tree = workspace.getBean(Trees.class).make(admin, new NewTree(new Name("Baum"), LEVELS));
    }

    public Unit top(String name) {
        return unit(null, 1, name);
    }

    /// A unit right below another, one level down.
    public Unit below(Unit above, String name) {
        return unit(above, above.level() + 1, name);
    }

    public Unit unit(@Nullable Unit above, int level, String name) {
        return workspace
                .getBean(Units.class)
                .found(
                        admin,
                        new NewUnit(
                                tree.id(),
                                above == null ? null : above.id(),
                                level,
                                new Name(name),
                                null));
    }

    public Unit now(Unit unit) {
        return workspace.getBean(Units.class).get(unit.id());
    }

    public Body board(Unit unit) {
        return body(unit, BodyKind.EXECUTIVE_COMMITTEE);
    }

    public Body body(Unit unit, BodyKind kind) {
        return workspace.getBean(Bodies.class).found(admin, unit.id(), description(kind));
    }

    public static BodyDescription description(BodyKind kind) {
        return new BodyDescription(
                kind,
                new Name("Vorstand"),
                "",
                24,
                List.of(
                        new Seat(OfficeRole.CHAIR, CHAIR, 2),
                        new Seat(OfficeRole.ASSESSOR, ASSESSOR, 20)));
    }

    public void elect(Body body, String title, MemberId member, LocalDate from, LocalDate last) {
        Body now = workspace.getBean(Bodies.class).get(body.id());
        workspace
                .getBean(Offices.class)
                .fill(
                        admin,
                        new Election(
                                body.id(),
                                List.of(new Election.Elected(title, member)),
                                new Term(from, last),
                                from,
                                "Versammlung"),
                        now.version());
    }

    /// Chairs a unit for a year.
    public MemberId chairOf(Unit unit) {
        MemberId member = person();
        LocalDate today = today();
        elect(board(unit), CHAIR, member, today, today.plusYears(1));
        return member;
    }

    public MemberId person() {
        return person(LocalDate.of(1990, 5, 17));
    }

    public MemberId person(@Nullable LocalDate born) {
        MemberId id = MemberId.random();
        workspace
                .getBean(JdbcClient.class)
                .sql("insert into member values (?, ?, ?, '{bcrypt}', 'WRITE', now(), ?, ?)")
                .param(id.value())
                .param("Person " + id)
                .param(id + "@example.org")
                .param(born)
                .param(id.toString())
                .update();
        return id;
    }

    public Membership at(Unit unit, MemberId member) {
        return at(unit, member, Term.since(today()));
    }

    public Membership at(Unit unit, MemberId member, Term term) {
        return workspace
                .getBean(Memberships.class)
                .begin(admin, new NewMembership(member, unit.id(), MembershipKind.FULL, term));
    }

    public void rule(Unit unit, Rule rule, String value, LocalDate from) {
        workspace
                .getBean(Rules.class)
                .set(admin, new NewRule(unit.id(), rule, from, value, "§ 1", true));
    }

    public LocalDate today() {
        return workspace.getBean(Today.class).date();
    }

    /// A name that nothing else has.
    public static String unheardOf(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
