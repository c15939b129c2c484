package org.rotfaden.organisation.bodies;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.association.TypedWords;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitType;
import org.rotfaden.security.Discussed;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A body stands below its unit. What it writes only those in it read, until it is submitted.
@Component
@Order(40)
public class BodyType implements SubjectType {

    public static final String PLACE = "gremien";

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Structures structures;
    private final UnitType units;
    private final Permissions permissions;

    BodyType(
            JdbcClient jdbc,
            Bodies bodies,
            Structures structures,
            UnitType units,
            Permissions permissions) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.structures = structures;
        this.units = units;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return BodyId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Gremien", "bodies");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "bodies";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return jdbc.sql("select unit_id from body where id = ?")
                .param(subject.id())
                .query(UUID.class)
                .optional()
                .map(UnitId::new)
                .map(unit -> Scope.of(subject, above(unit)));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return bodies.find(new BodyId(subject.id())).isPresent() && !permissions.hasLeft(reader);
    }

    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return bodies.find(new BodyId(subject.id())).map(this::withUnit);
    }

    @Override
    public List<Named> find(Collection<Subject> subjects, MemberId reader) {
        return bodies
                .some(subjects.stream().map(subject -> new BodyId(subject.id())).toList())
                .stream()
                .map(this::withUnit)
                .toList();
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return bodies.find(name).map(this::withUnit);
    }

    /// Those at work, by name.
    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        TypedWords words = TypedWords.of(typed);
        return words.saysTooLittle() || permissions.hasLeft(reader)
                ? List.of()
                : bodies.named(words, most).stream()
                        .map(body -> named(body, body.name(), unitOf(body)))
                        .toList();
    }

    /// The same name stands in many units, so a body is named with its unit.
    private Named withUnit(Body body) {
        String unit = unitOf(body);
        String name = body.name().contains(unit) ? body.name() : body.name() + " · " + unit;
        return named(body, name, "");
    }

    private Named named(Body body, String name, String about) {
        return named(body.id().subject(), name, body.slug(), about);
    }

    private String unitOf(Body body) {
        return structures.current().get(body.unit()).name();
    }

    @Override
    public List<Permission> questions() {
        return List.of(
                Permission.READ, Permission.ACT_FOR, Permission.SEE_MEMBERS, Permission.ADMINISTER);
    }

    @Override
    public void hold(Subject subject) {
        units.hold(subject);
    }

    /// @throws org.rotfaden.security.BrokenRule BODY_ENDED when it has
    @Override
    public void expectCurrent(Subject subject) {
        bodies.getCurrent(new BodyId(subject.id()));
    }

    private Set<Subject> above(UnitId unit) {
        Set<Subject> above = new HashSet<>(units.above(unit));
        above.add(unit.subject());
        return above;
    }

    @Override
    public Discussed discussed() {
        return Discussed.BY_TITLE;
    }
}
