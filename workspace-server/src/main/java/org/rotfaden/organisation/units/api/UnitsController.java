package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.http.Etags;
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
import org.rotfaden.security.CurrentMember;
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
            UUID tree, Optional<UUID> parent, int level, String name, Optional<String> kind) {
        NewUnit unit() {
            return new NewUnit(
                    new TreeId(tree),
                    parent.map(UnitId::new).orElse(null),
                    level,
                    new Name(name),
                    kind.orElse(null));
        }
    }

    record NameChange(String name, Optional<String> kind) {}

    /// @param parent the unit above from now on; nothing at the top of the tree
    record ParentChange(Optional<UUID> parent) {}

    record StateResource(
            LocalDate from,
            @Nullable LocalDate lastDay,
            String name,
            String kind,
            @Nullable UUID parentId) {
        static StateResource of(UnitState state) {
            UnitId parent = state.parent();
            return new StateResource(
                    state.term().from(),
                    state.term().lastDay(),
                    state.name(),
                    state.kind(),
                    parent == null ? null : parent.value());
        }
    }

    /// @param predecessors the units out of which it came
    /// @param successors what became of it
    record HistoryResource(
            List<StateResource> states, List<UUID> predecessors, List<UUID> successors) {}

    private final Units units;
    private final CurrentMember currentMember;

    UnitsController(Units units, CurrentMember currentMember) {
        this.units = units;
        this.currentMember = currentMember;
    }

    @Operation(
            summary =
                    "The units right below one, or at the top of a tree, or all of today; by name")
    @GetMapping
    Page<UnitResource> list(
            @RequestParam Optional<UUID> tree,
            @RequestParam Optional<UUID> below,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        return new Slice(after, most).cut(found(tree, below)).map(UnitResource::of);
    }

    @Operation(summary = "One unit, a former one too")
    @GetMapping("/{id}")
    ResponseEntity<UnitResource> get(@PathVariable UUID id) {
        return UnitResource.tagged(units.get(new UnitId(id)));
    }

    @Operation(summary = "The unit with this place in the addresses of pages")
    @GetMapping("/by-slug/{slug}")
    ResponseEntity<UnitResource> bySlug(@PathVariable String slug) {
        return UnitResource.tagged(
                units.find(slug).orElseThrow(UnitObjection.UNIT_NOT_FOUND::raised));
    }

    @Operation(summary = "What a unit was called and where it stood, and what it came from")
    @GetMapping("/{id}/history")
    HistoryResource history(@PathVariable UUID id) {
        UnitId unit = units.get(new UnitId(id)).id();
        return new HistoryResource(
                units.history(unit).stream().map(StateResource::of).toList(),
                units.predecessors(unit).stream().map(UnitId::value).toList(),
                units.successors(unit).stream().map(UnitId::value).toList());
    }

    @Operation(summary = "Founds a unit, for those who administer what is above it")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<UnitResource> found(@RequestBody NewUnitRequest request) {
        Unit founded = units.found(me(), request.unit());
        return ResponseEntity.created(URI.create("/api/units/" + founded.id()))
                .eTag(Etags.of(founded.version()))
                .body(UnitResource.of(founded));
    }

    @AskedFirst(value = Permission.ADMINISTER, of = UnitId.SUBJECT)
    @Operation(summary = "Gives a unit another name; its address stays")
    @PutMapping("/{id}/name")
    ResponseEntity<UnitResource> rename(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody NameChange change) {
        return UnitResource.tagged(
                units.rename(
                        me(),
                        new UnitId(id),
                        new Name(change.name()),
                        change.kind().orElse(null),
                        Etags.seen(ifMatch)));
    }

    @Operation(summary = "Puts a unit, with all below it, below another")
    @PutMapping("/{id}/parent")
    ResponseEntity<UnitResource> move(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody ParentChange change) {
        return UnitResource.tagged(
                units.move(
                        me(),
                        new UnitId(id),
                        change.parent().map(UnitId::new).orElse(null),
                        Etags.seen(ifMatch)));
    }

    private List<Unit> found(Optional<UUID> tree, Optional<UUID> below) {
        Structure structure = units.structure();
        if (below.isPresent()) {
            return structure.rightBelow(structure.get(new UnitId(below.get())).id());
        }
        return tree.map(id -> structure.top(structure.tree(new TreeId(id)).id()))
                .orElseGet(() ->
                        structure.trees().stream()
                                .flatMap(each -> structure.top(each.id()).stream())
                                .flatMap(top -> structure.within(top.id()).stream())
                                .map(structure::get)
                                .toList());
    }

    private MemberId me() {
        return currentMember.get().member();
    }
}
