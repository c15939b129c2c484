package org.rotfaden.organisation.units;

import java.util.List;
import java.util.stream.IntStream;
import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Units become one, become several, or end. The former ones keep their pages and their history;
/// nobody gains a right over what was theirs. Homes go along, or end with an age limit: then what
/// holds for whoever ends one holds here. All of it holds from today on.
@Service
public class UnitReforms {

    private final Structures structures;
    private final UnitStates states;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    UnitReforms(
            Structures structures,
            UnitStates states,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            ApplicationEventPublisher events) {
        this.structures = structures;
        this.states = states;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.events = events;
    }

    /// Makes one unit of several. Their members are at home in it, the units below them are below
    /// it; their bodies end with the offices in them.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers what is above
    ///   each of them
    /// @throws org.rotfaden.security.BrokenRule INVALID_MERGE when they are not of one level, or do
    ///   not stand below the same unit: then nobody gains a right over what is below them
    @Transactional
    public Unit merge(MemberId by, MergeUnits merge) {
        Structure structure = structures.beginChange();
        List<Unit> units = merge.units().stream().map(structure::getCurrent).toList();
        units.forEach(unit ->
                permissions.decide(by, Permission.ADMINISTER, unit.placeAbove()).orRefuse());
        Unit first = units.getFirst();
        if (!units.stream().allMatch(unit -> standBesideEachOther(unit, first))) {
            throw UnitObjection.INVALID_MERGE.raised();
        }
        UnitId into =
                states.begin(
                        new NewUnit(
                                first.tree(),
                                first.parent(),
                                first.level(),
                                merge.name(),
                                states.ownKind(first.id())));
        for (Unit unit : units) {
            structure.rightBelow(unit.id()).forEach(below -> hang(below, into));
            states.end(unit.id());
            states.succeed(unit.id(), into, "MERGED");
            audit.record(by, "UNIT_MERGED", unit.id().subject(), into.value());
        }
        tell(
                new UnitEvent.Merged(
                        by, merge.units(), into, structure.neighboursOf(merge.units())),
                structure,
                merge.units());
        return structures.current().get(into);
    }

    /// Makes several units of one. Its bodies end with the offices in them.
    ///
    /// @param seen the version that was looked at
    @Transactional
    public List<Unit> split(MemberId by, SplitUnit split, long seen) {
        Structure structure = structures.beginChange();
        Unit unit = structure.getCurrent(split.unit());
        permissions.decide(by, Permission.ADMINISTER, unit.placeAbove()).orRefuse();
        states.advance(unit.id(), seen);
        String kind = states.ownKind(unit.id());
        List<UnitId> into =
                split.parts().stream()
                        .map(part ->
                                states.begin(
                                        new NewUnit(
                                                unit.tree(),
                                                unit.parent(),
                                                unit.level(),
                                                part.name(),
                                                kind)))
                        .toList();
        structure
                .rightBelow(unit.id())
                .forEach(below -> hang(below, into.get(partOf(split, below.id()))));
        states.end(unit.id());
        into.forEach(part -> {
            states.succeed(unit.id(), part, "SPLIT");
            audit.record(by, "UNIT_SPLIT", unit.id().subject(), part.value());
        });
        tell(
                new UnitEvent.Split(
                        by, unit.id(), into, structure.neighboursOf(List.of(unit.id()))),
                structure,
                List.of(unit.id()));
        events.publishEvent(
                new HomesDivided(
                        by,
                        unit.id(),
                        IntStream.range(0, into.size())
                                .mapToObj(at ->
                                        new HomesDivided.Part(
                                                into.get(at), split.parts().get(at).members()))
                                .toList()));
        return into.stream().map(structures.current()::get).toList();
    }

    /// Ends a unit. Its members are at home in the unit above; its bodies end.
    ///
    /// @param seen the version that was looked at
    /// @throws org.rotfaden.security.BrokenRule STILL_IN_USE when units are below it
    @Transactional
    public void dissolve(MemberId by, UnitId id, long seen) {
        Structure structure = structures.beginChange();
        Unit unit = structure.getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, unit.placeAbove()).orRefuse();
        if (!structure.rightBelow(id).isEmpty()) {
            throw UnitObjection.STILL_IN_USE.raised();
        }
        states.advance(id, seen);
        states.end(id);
        audit.record(by, "UNIT_DISSOLVED", id.subject());
        tell(
                new UnitEvent.Dissolved(by, id, unit.above(), structure.neighboursOf(List.of(id))),
                structure,
                List.of(id));
    }

    private static boolean standBesideEachOther(Unit one, Unit other) {
        return one.tree().equals(other.tree())
                && one.level() == other.level()
                && one.above().equals(other.above());
    }

    private static int partOf(SplitUnit split, UnitId below) {
        return IntStream.range(1, split.parts().size())
                .filter(at -> split.parts().get(at).below().contains(below))
                .findFirst()
                .orElse(0);
    }

    private void hang(Unit unit, UnitId parent) {
        states.advance(unit.id(), unit.version());
        states.go(unit.id(), parent, unit.level(), unit.name(), states.ownKind(unit.id()));
    }

    private void tell(UnitEvent event, Structure before, List<UnitId> units) {
        activities.tell(event);
        activities.tell(RightsChanged.rolesAt(before.placesAround(units)));
        activities.tell(
                RightsChanged.rolesAt(structures.current().placesAround(List.of(event.unit()))));
    }
}
