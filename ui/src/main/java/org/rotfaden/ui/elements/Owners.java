package org.rotfaden.ui.elements;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.Grant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// Whose motions there are: the association, a unit, a body, a group or a member, by name and page.
@Component
public class Owners {

    /// Somebody whose motion it is.
    ///
    /// @param path the owner's page; empty where there is none
    public record Owner(Subject subject, String name, String path) {}

    private final AssociationName association;
    private final Units units;
    private final Bodies bodies;
    private final WorkingGroups groups;
    private final Members members;
    private final Permissions permissions;

    Owners(
            AssociationName association,
            Units units,
            Bodies bodies,
            WorkingGroups groups,
            Members members,
            Permissions permissions) {
        this.association = association;
        this.units = units;
        this.bodies = bodies;
        this.groups = groups;
        this.members = members;
        this.permissions = permissions;
    }

    /// An owner that the reader may know of.
    public Optional<Owner> find(Subject owner, MemberId reader) {
        return switch (owner.type()) {
            case "association" -> Optional.of(new Owner(owner, association.toString(), ""));
            case UnitId.SUBJECT -> units.structure().find(new UnitId(owner.id())).map(Owners::of);
            case BodyId.SUBJECT -> bodies.find(new BodyId(owner.id())).map(this::of);
            case WorkingGroupId.SUBJECT ->
                    groups.find(reader, new WorkingGroupId(owner.id())).map(Owners::of);
            case Members.SUBJECT ->
                    members.find(new MemberId(owner.id()))
                            .map(member ->
                                    new Owner(owner, member.name(), Paths.person(member.slug())));
            default -> Optional.empty();
        };
    }

    /// The owner whose page is at this address.
    ///
    /// @param path one of [Paths]
    public Optional<Owner> at(String path, MemberId reader) {
        String slug = path.substring(path.indexOf('/') + 1);
        if (path.equals(Paths.unit(slug))) {
            return units.find(slug).map(Owners::of);
        } else if (path.equals(Paths.body(slug))) {
            return bodies.find(slug).map(this::of);
        } else if (path.equals(Paths.group(slug))) {
            return groups.find(reader, slug).map(Owners::of);
        }
        return Optional.empty();
    }

    /// For whom a member may write: the association first, oneself last.
    public List<Owner> writableBy(MemberId member) {
        Stream<Subject> roles =
                permissions.grantsOf(member).stream()
                        .filter(grant -> grant.role().allowsHere(Permission.ACT_FOR))
                        .map(Grant::where)
                        .filter(subject -> !subject.equals(Members.subjectOf(member)));
        return Stream.of(
                        Stream.of(Subject.ASSOCIATION), roles, Stream.of(Members.subjectOf(member)))
                .flatMap(subjects -> subjects)
                .distinct()
                .filter(subject -> mayWrite(member, subject))
                .flatMap(subject -> find(subject, member).stream())
                .toList();
    }

    private boolean mayWrite(MemberId member, Subject subject) {
        return permissions.allows(member, Permission.ACT_FOR, subject);
    }

    private static Owner of(Unit unit) {
        return new Owner(unit.id().subject(), unit.name(), Paths.unit(unit.slug()));
    }

    /// The same name stands in many units, so a body is named with its unit.
    private Owner of(Body body) {
        String unit = units.get(body.unit()).name();
        String name = body.name().contains(unit) ? body.name() : body.name() + " · " + unit;
        return new Owner(body.id().subject(), name, Paths.body(body.slug()));
    }

    private static Owner of(WorkingGroup group) {
        return new Owner(group.id().subject(), group.name(), Paths.group(group.slug()));
    }
}
