package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.rotfaden.association.Name;
import org.rotfaden.http.Etags;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitReforms;
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

    record MergeRequest(List<UnitId> units, String name) {
        MergeUnits merge() {
            return new MergeUnits(units, new Name(name));
        }
    }

    /// @param below units that go below this part
    /// @param members whose home it becomes
    record Part(String name, List<UnitId> below, List<MemberId> members) {
        SplitUnit.Part part() {
            return new SplitUnit.Part(new Name(name), below, members);
        }
    }

    /// @param parts the first takes all that is named for no other
    record SplitRequest(List<Part> parts) {
        SplitUnit split(UnitId unit) {
            return new SplitUnit(unit, parts.stream().map(Part::part).toList());
        }
    }

    private final UnitReforms reforms;

    UnitReformsController(UnitReforms reforms) {
        this.reforms = reforms;
    }

    @Operation(summary = "Makes one unit of several, for those who administer what is above each")
    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.CREATED)
    UnitResource merge(@Me MemberId me, @RequestBody MergeRequest request) {
        return UnitResource.of(reforms.merge(me, request.merge()));
    }

    @Operation(summary = "Makes several units of one, for those who administer what is above it")
    @PostMapping("/{id}/split")
    @ResponseStatus(HttpStatus.CREATED)
    List<UnitResource> split(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody SplitRequest request) {
        return reforms.split(me, request.split(id), Etags.seen(ifMatch)).stream()
                .map(UnitResource::of)
                .toList();
    }

    @Operation(summary = "Ends a unit, for those who administer what is above it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        reforms.dissolve(me, id, Etags.seen(ifMatch));
    }
}
