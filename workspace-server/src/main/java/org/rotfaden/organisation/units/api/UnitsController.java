package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.http.Etags;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitObjection;
import org.rotfaden.organisation.units.UnitState;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Units: what they are called and where they stand.
@RestController
@Tag(name = "Units")
@RequestMapping("/api/units")
class UnitsController {

    /// @param parent the unit above it; nothing at the top of the tree
    /// @param kind what it is called there, where that differs from its level's name
    record NewUnitRequest(
            TreeId tree, Optional<UnitId> parent, int level, String name, Optional<String> kind) {
        NewUnit unit() {
            return new NewUnit(tree, parent.orElse(null), level, new Name(name), kind.orElse(null));
        }
    }

    record NameChange(String name, Optional<String> kind) {}

    /// @param parent the unit above from now on; nothing at the top of the tree
    record ParentChange(Optional<UnitId> parent) {}

    record StateResource(
            LocalDate from,
            @Nullable LocalDate lastDay,
            String name,
            String kind,
            @Nullable UnitId parentId) {
        static StateResource of(UnitState state) {
            return new StateResource(
                    state.term().from(),
                    state.term().lastDay(),
                    state.name(),
                    state.kind(),
                    state.parent());
        }
    }

    /// @param predecessors the units out of which it came
    /// @param successors what became of it
    record HistoryResource(
            List<StateResource> states, List<UnitId> predecessors, List<UnitId> successors) {}

    private final Units units;

    UnitsController(Units units) {
        this.units = units;
    }

    @Operation(
            summary =
                    "The units right below one, or at the top of a tree, or all of today; by name")
    @GetMapping
    Page<UnitResource> list(
            @RequestParam Optional<TreeId> tree,
            @RequestParam Optional<UnitId> below,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        return new Slice(after, most).cut(found(tree, below)).map(UnitResource::of);
    }

    @Operation(summary = "One unit, a former one too")
    @GetMapping("/{id}")
    ResponseEntity<UnitResource> get(@PathVariable UnitId id) {
        return UnitResource.tagged(units.get(id));
    }

    @Operation(summary = "The unit with this place in the addresses of pages")
    @GetMapping("/by-slug/{slug}")
    ResponseEntity<UnitResource> bySlug(@PathVariable String slug) {
        return UnitResource.tagged(
                units.find(slug).orElseThrow(UnitObjection.UNIT_NOT_FOUND::raised));
    }

    @Operation(summary = "What a unit was called and where it stood, and what it came from")
    @GetMapping("/{id}/history")
    HistoryResource history(@PathVariable UnitId id) {
        UnitId unit = units.get(id).id();
        return new HistoryResource(
                units.history(unit).stream().map(StateResource::of).toList(),
                units.predecessors(unit),
                units.successors(unit));
    }

    @Operation(summary = "Founds a unit, for those who administer what is above it")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<UnitResource> found(@Me MemberId me, @RequestBody NewUnitRequest request) {
        Unit founded = units.found(me, request.unit());
        return ResponseEntity.created(URI.create("/api/units/" + founded.id()))
                .eTag(Etags.of(founded.version()))
                .body(UnitResource.of(founded));
    }

    @AskedFirst(value = Permission.ADMINISTER, of = UnitId.SUBJECT)
    @Operation(summary = "Gives a unit another name; its address stays")
    @PutMapping("/{id}/name")
    ResponseEntity<UnitResource> rename(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody NameChange change) {
        return UnitResource.tagged(
                units.rename(
                        me,
                        id,
                        new Name(change.name()),
                        change.kind().orElse(null),
                        Etags.seen(ifMatch)));
    }

    @Operation(summary = "Puts a unit, with all below it, below another")
    @PutMapping("/{id}/parent")
    ResponseEntity<UnitResource> move(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody ParentChange change) {
        return UnitResource.tagged(
                units.move(me, id, change.parent().orElse(null), Etags.seen(ifMatch)));
    }

    private List<Unit> found(Optional<TreeId> tree, Optional<UnitId> below) {
        Structure structure = units.structure();
        if (below.isPresent()) {
            return structure.rightBelow(structure.get(below.get()).id());
        }
        return tree.map(id -> structure.top(structure.tree(id).id()))
                .orElseGet(() ->
                        structure.trees().stream()
                                .flatMap(each -> structure.top(each.id()).stream())
                                .flatMap(top -> structure.within(top.id()).stream())
                                .map(structure::get)
                                .toList());
    }
}
