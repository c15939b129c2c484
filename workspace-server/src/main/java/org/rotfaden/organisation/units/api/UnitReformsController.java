package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.association.Name;
import org.rotfaden.http.Etags;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Units become one, become several, or end.
@RestController
@Tag(name = "Units")
@RequestMapping("/api/units")
class UnitReformsController {

    record MergeRequest(List<UUID> units, String name) {
        MergeUnits merge() {
            return new MergeUnits(units.stream().map(UnitId::new).toList(), new Name(name));
        }
    }

    /// @param below units that go below this part
    /// @param members whose home it becomes
    record Part(String name, List<UUID> below, List<UUID> members) {
        SplitUnit.Part part() {
            return new SplitUnit.Part(
                    new Name(name),
                    below.stream().map(UnitId::new).toList(),
                    members.stream().map(MemberId::new).toList());
        }
    }

    /// @param parts the first takes all that is named for no other
    record SplitRequest(List<Part> parts) {
        SplitUnit split(UUID unit) {
            return new SplitUnit(new UnitId(unit), parts.stream().map(Part::part).toList());
        }
    }

    private final UnitReforms reforms;
    private final CurrentMember currentMember;

    UnitReformsController(UnitReforms reforms, CurrentMember currentMember) {
        this.reforms = reforms;
        this.currentMember = currentMember;
    }

    @Operation(summary = "Makes one unit of several, for those who administer what is above each")
    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.CREATED)
    UnitResource merge(@RequestBody MergeRequest request) {
        return UnitResource.of(reforms.merge(currentMember.get().member(), request.merge()));
    }

    @Operation(summary = "Makes several units of one, for those who administer what is above it")
    @PostMapping("/{id}/split")
    @ResponseStatus(HttpStatus.CREATED)
    List<UnitResource> split(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody SplitRequest request) {
        return reforms
                .split(currentMember.get().member(), request.split(id), Etags.seen(ifMatch))
                .stream()
                .map(UnitResource::of)
                .toList();
    }

    @Operation(summary = "Ends a unit, for those who administer what is above it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(
            @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        reforms.dissolve(currentMember.get().member(), new UnitId(id), Etags.seen(ifMatch));
    }
}
