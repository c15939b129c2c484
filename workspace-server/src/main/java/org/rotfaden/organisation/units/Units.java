package org.rotfaden.organisation.units;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Name;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done with single units; all of it holds from today on.
@Service
public class Units {

    private final Structures structures;
    private final UnitStates states;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;

    Units(
            Structures structures,
            UnitStates states,
            Permissions permissions,
            AuditTrail audit,
            Activities activities) {
        this.structures = structures;
        this.states = states;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
    }

    public Structure structure() {
        return structures.current();
    }

    public Optional<Unit> find(String slug) {
        return structures.current().find(slug);
    }

    /// The unit with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNIT_NOT_FOUND when there is none
    public Unit get(UnitId id) {
        return structures.current().get(id);
    }

    /// What a unit was called and where it stood, from its first day on.
    public List<UnitState> history(UnitId unit) {
        return states.history(unit);
    }

    /// Out of which units one came.
    public List<UnitId> predecessors(UnitId unit) {
        return states.predecessors(unit);
    }

    /// What became of a unit that was merged or split.
    public List<UnitId> successors(UnitId unit) {
        return states.successors(unit);
    }

    /// Founds a unit below another, or at the top of a tree.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers what is above
    /// @throws org.rotfaden.security.BrokenRule WRONG_PLACE when it would stand in another tree
    ///   than, or not below, the one above
    @Transactional
    public Unit found(MemberId by, NewUnit unit) {
        Structure structure = structures.beginChange();
        Subject above =
                unit.parent() == null
                        ? Subject.ASSOCIATION
                        : structure.getCurrent(unit.parent()).id().subject();
        permissions.decide(by, Permission.ADMINISTER, above).orRefuse();
        structure.tree(unit.tree()).level(unit.level());
        expectBelow(structure, unit.parent(), unit.tree(), unit.level());
        UnitId id = states.begin(unit);
        return changed(
                by,
                "UNIT_FOUNDED",
                new UnitEvent.Founded(by, id, new UnitEvent.Neighbours(Set.of(above))),
                structure);
    }

    /// Gives a unit another name; its address stays.
    ///
    /// @param kind what it is called there, where that differs from its level's name
    /// @param seen the version that was looked at
    /// @throws org.rotfaden.association.Conflict when it has changed since
    @Transactional
    public Unit rename(MemberId by, UnitId id, Name name, @Nullable String kind, long seen) {
        Structure structure = structures.beginChange();
        Unit unit = structure.getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, id.subject()).orRefuse();
        states.advance(id, seen);
        var renamed = new NewUnit(unit.tree(), unit.parent(), unit.level(), name, kind);
        states.go(id, unit.parent(), unit.level(), name.value(), renamed.kind());
        return changed(
                by,
                "UNIT_RENAMED",
                new UnitEvent.Renamed(by, id, structure.neighboursOf(List.of(id))),
                structure);
    }

    /// Puts a unit, with all below it, below another.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers both places
    /// @throws org.rotfaden.security.BrokenRule WRONG_PLACE when the other is below it, in another
    ///   tree, or not of a higher level
    @Transactional
    public Unit move(MemberId by, UnitId id, @Nullable UnitId to, long seen) {
        Structure structure = structures.beginChange();
        Unit unit = structure.getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, unit.placeAbove()).orRefuse();
        Subject place = to == null ? Subject.ASSOCIATION : structure.getCurrent(to).id().subject();
        permissions.decide(by, Permission.ADMINISTER, place).orRefuse();
        expectBelow(structure, to, unit.tree(), unit.level());
        if (to != null && structure.within(id).contains(to)) {
            throw UnitObjection.WRONG_PLACE.raised();
        }
        states.advance(id, seen);
        states.go(id, to, unit.level(), unit.name(), states.ownKind(id));
        return changed(
                by,
                "UNIT_MOVED",
                new UnitEvent.Moved(by, id, structure.neighboursOf(List.of(id)).and(place)),
                structure);
    }

    private static void expectBelow(
            Structure structure, @Nullable UnitId parent, TreeId tree, int level) {
        if (parent != null) {
            Unit above = structure.get(parent);
            if (!above.tree().equals(tree) || above.level() >= level) {
                throw UnitObjection.WRONG_PLACE.raised();
            }
        }
    }

    private Unit changed(MemberId by, String action, UnitEvent event, Structure before) {
        UnitId unit = event.unit();
        audit.record(by, action, unit.subject());
        activities.tell(event);
        activities.tell(RightsChanged.rolesAt(before.placesAround(List.of(unit))));
        activities.tell(RightsChanged.rolesAt(structures.current().placesAround(List.of(unit))));
        return structures.current().get(unit);
    }
}
