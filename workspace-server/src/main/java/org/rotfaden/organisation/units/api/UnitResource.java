package org.rotfaden.organisation.units.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.Etags;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.springframework.http.ResponseEntity;

/// A unit.
///
/// @param slug its place in the addresses of pages
/// @param lastDay its last day, once that is over
record UnitResource(
        UnitId id,
        TreeId treeId,
        @Nullable UnitId parentId,
        int level,
        String name,
        String kind,
        String slug,
        LocalDate since,
        @Nullable LocalDate lastDay) {

    static UnitResource of(Unit unit) {
        return new UnitResource(
                unit.id(),
                unit.tree(),
                unit.above().orElse(null),
                unit.level(),
                unit.name(),
                unit.kind(),
                unit.slug(),
                unit.since(),
                unit.lastDay());
    }

    static ResponseEntity<UnitResource> tagged(Unit unit) {
        return Etags.tagged(of(unit), unit.version());
    }
}
