package org.rotfaden.organisation.groups.api;

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
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Groups that members found.
@RestController
@Tag(name = "Groups")
@RequestMapping("/api")
class GroupsController {

    /// @param units to which it belongs: one, several or none
    record Description(
            String name, String purpose, GroupKind kind, Admission admission, List<UnitId> units) {
        GroupDescription group() {
            return new GroupDescription(new Name(name), purpose, kind, admission, units);
        }
    }

    record GroupResource(
            WorkingGroupId id,
            String name,
            String slug,
            String purpose,
            GroupKind kind,
            Admission admission,
            List<UnitId> units,
            LocalDate foundedOn,
            @Nullable LocalDate archivedOn) {
        static GroupResource of(WorkingGroup group) {
            return new GroupResource(
                    group.id(),
                    group.name(),
                    group.slug(),
                    group.purpose(),
                    group.kind(),
                    group.admission(),
                    group.units(),
                    group.foundedOn(),
                    group.archivedOn());
        }
    }

    private final WorkingGroups groups;
    private final Units units;

    GroupsController(WorkingGroups groups, Units units) {
        this.groups = groups;
        this.units = units;
    }

    @Operation(summary = "The groups that one may know of, by name")
    @GetMapping("/groups")
    Page<GroupResource> list(
            @Me MemberId me,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        return slice.page(groups.list(me, archived, slice.after(), slice.oneMore()))
                .map(GroupResource::of);
    }

    @Operation(summary = "The groups of a unit that one may know of, by name")
    @GetMapping("/units/{id}/groups")
    Page<GroupResource> of(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        UnitId unit = units.get(id).id();
        return slice.page(groups.of(me, unit, slice.after(), slice.oneMore()))
                .map(GroupResource::of);
    }

    @Operation(summary = "The groups in which one takes part")
    @GetMapping("/members/me/groups")
    List<GroupResource> mine(@Me MemberId me) {
        return groups.of(me).stream().map(GroupResource::of).toList();
    }

    @Operation(summary = "One group that one may know of")
    @GetMapping("/groups/{id}")
    ResponseEntity<GroupResource> get(@Me MemberId me, @PathVariable WorkingGroupId id) {
        return tagged(groups.get(me, id));
    }

    @AskedFirst(Permission.FOUND_GROUPS)
    @Operation(summary = "Founds a group and hosts it")
    @PostMapping("/groups")
    @ApiResponse(responseCode = "201")
    ResponseEntity<GroupResource> found(@Me MemberId me, @RequestBody Description description) {
        WorkingGroup founded = groups.found(me, description.group());
        return ResponseEntity.created(URI.create("/api/groups/" + founded.id()))
                .eTag(Etags.of(founded.version()))
                .body(GroupResource.of(founded));
    }

    @Operation(summary = "Describes a group otherwise, for its hosts")
    @PutMapping("/groups/{id}")
    ResponseEntity<GroupResource> change(
            @Me MemberId me,
            @PathVariable WorkingGroupId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody Description description) {
        return tagged(groups.change(me, id, description.group(), Etags.seen(ifMatch)));
    }

    @Operation(summary = "Ends the work of a group, for hosts and those who administer its units")
    @PostMapping("/groups/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@Me MemberId me, @PathVariable WorkingGroupId id) {
        groups.archive(me, id);
    }

    @Operation(summary = "Takes archiving back, for hosts and those who administer its units")
    @PostMapping("/groups/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@Me MemberId me, @PathVariable WorkingGroupId id) {
        groups.reopen(me, id);
    }

    private static ResponseEntity<GroupResource> tagged(WorkingGroup group) {
        return Etags.tagged(GroupResource.of(group), group.version());
    }
}
