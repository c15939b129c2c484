package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.units.NewUnion;
import org.rotfaden.organisation.units.UnionId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.UnitUnion;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What binds units beside their trees: links from tree to tree, and unions.
@RestController
@Tag(name = "Units")
@RequestMapping("/api")
class UnitTiesController {

    record NewUnionRequest(String name, String purpose, List<UnitId> units) {
        NewUnion union() {
            return new NewUnion(new Name(name), purpose, units);
        }
    }

    record UnionResource(
            UnionId id,
            String slug,
            String name,
            String purpose,
            LocalDate from,
            @Nullable LocalDate lastDay,
            List<UnitId> units) {
        static UnionResource of(UnitUnion union) {
            return new UnionResource(
                    union.id(),
                    union.slug(),
                    union.name(),
                    union.purpose(),
                    union.term().from(),
                    union.term().lastDay(),
                    union.units());
        }
    }

    private final UnitTies ties;
    private final Units units;

    UnitTiesController(UnitTies ties, Units units) {
        this.ties = ties;
        this.units = units;
    }

    @Operation(summary = "The units of other trees that a unit is linked with")
    @GetMapping("/units/{id}/links")
    List<UnitResource> links(@PathVariable UnitId id) {
        return ties.linksOf(units.get(id).id()).stream()
                .map(units::get)
                .map(UnitResource::of)
                .toList();
    }

    @Operation(summary = "Links a unit with one of another tree, for those who administer either")
    @PutMapping("/units/{id}/links/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@Me MemberId me, @PathVariable UnitId id, @PathVariable UnitId other) {
        ties.link(me, id, other);
    }

    @Operation(summary = "Ends a link, for those who administer either unit")
    @DeleteMapping("/units/{id}/links/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@Me MemberId me, @PathVariable UnitId id, @PathVariable UnitId other) {
        ties.unlink(me, id, other);
    }

    @Operation(summary = "The unions that a unit is part of")
    @GetMapping("/units/{id}/unions")
    List<UnionResource> unionsOf(@PathVariable UnitId id) {
        return ties.unionsOf(units.get(id).id()).stream().map(UnionResource::of).toList();
    }

    @Operation(summary = "One union")
    @GetMapping("/unions/{id}")
    UnionResource union(@PathVariable UnionId id) {
        return UnionResource.of(ties.get(id));
    }

    @Operation(summary = "Joins units for a purpose, for those who administer all of them")
    @PostMapping("/unions")
    @ResponseStatus(HttpStatus.CREATED)
    UnionResource join(@Me MemberId me, @RequestBody NewUnionRequest request) {
        return UnionResource.of(ties.join(me, request.union()));
    }

    @Operation(summary = "Ends a union, for those who administer one of its units")
    @DeleteMapping("/unions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolve(@Me MemberId me, @PathVariable UnionId id) {
        ties.dissolve(me, id);
    }
}
