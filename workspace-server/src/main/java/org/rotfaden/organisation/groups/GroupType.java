package org.rotfaden.organisation.groups;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.association.TypedWords;
import org.rotfaden.organisation.units.Sight;
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
import org.springframework.stereotype.Component;

/// A group stands below its units and the association. What it writes only those in it read; one
/// that is for the invited only is seen by those whom it concerns.
@Component
@Order(50)
public class GroupType implements SubjectType {

    public static final String PLACE = "gruppen";

    private final GroupRows rows;
    private final WorkingGroups groups;
    private final UnitType units;
    private final Structures structures;
    private final Permissions permissions;

    GroupType(
            GroupRows rows,
            WorkingGroups groups,
            UnitType units,
            Structures structures,
            Permissions permissions) {
        this.rows = rows;
        this.groups = groups;
        this.units = units;
        this.structures = structures;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return WorkingGroupId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Gruppen", "groups");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "groups";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return rows.unitsOf(new WorkingGroupId(subject.id()))
                .map(belongsTo -> Scope.of(subject, above(belongsTo)));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return find(subject, reader).isPresent();
    }

    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return groups.find(reader, new WorkingGroupId(subject.id())).map(this::named);
    }

    @Override
    public List<Named> find(Collection<Subject> subjects, MemberId reader) {
        List<WorkingGroupId> ids =
                subjects.stream().map(subject -> new WorkingGroupId(subject.id())).toList();
        return permissions.hasLeft(reader)
                ? List.of()
                : rows.some(ids, administeredBy(reader)).stream().map(this::named).toList();
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return groups.find(reader, name).map(this::named);
    }

    /// Those at work, by name.
    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        TypedWords words = TypedWords.of(typed);
        if (words.saysTooLittle() || permissions.hasLeft(reader)) {
            return List.of();
        }
        return rows.named(words, administeredBy(reader), most).stream().map(this::named).toList();
    }

    private Sight administeredBy(MemberId reader) {
        return Sight.of(
                reader, permissions.grantsOf(reader), Permission.ADMINISTER, structures.current());
    }

    private Named named(WorkingGroup group) {
        return named(group.id().subject(), group.name(), group.slug(), "");
    }

    @Override
    public List<Permission> questions() {
        return List.of(
                Permission.READ,
                Permission.ACT_FOR,
                Permission.SEE_MEMBERS,
                Permission.HOST,
                Permission.ADMINISTER);
    }

    @Override
    public Permission authority() {
        return Permission.HOST;
    }

    /// As everywhere the trees come before the group's row.
    @Override
    public void hold(Subject subject) {
        units.hold(subject);
        rows.hold(new WorkingGroupId(subject.id()));
    }

    private Set<Subject> above(List<UnitId> belongsTo) {
        Set<Subject> above = new HashSet<>(Set.of(Subject.ASSOCIATION));
        belongsTo.forEach(unit -> {
            above.add(unit.subject());
            above.addAll(units.above(unit));
        });
        return above;
    }

    @Override
    public Discussed discussed() {
        return Discussed.BY_TITLE;
    }
}
