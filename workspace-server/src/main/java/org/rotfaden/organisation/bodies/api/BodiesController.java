package org.rotfaden.organisation.bodies.api;

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
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The bodies of units.
@RestController
@Tag(name = "Bodies")
@RequestMapping("/api")
class BodiesController {

    record SeatResource(OfficeRole role, String title, int seats) {
        static SeatResource of(Seat seat) {
            return new SeatResource(seat.role(), seat.title(), seat.seats());
        }

        Seat seat() {
            return new Seat(role, title, seats);
        }
    }

    /// @param termMonths how long those elected hold office
    record Description(
            BodyKind kind,
            String name,
            String composition,
            int termMonths,
            List<SeatResource> seats) {
        BodyDescription body() {
            return new BodyDescription(
                    kind,
                    new Name(name),
                    composition,
                    termMonths,
                    seats.stream().map(SeatResource::seat).toList());
        }
    }

    record NewBody(UnitId unit, Description description) {}

    record BodyResource(
            BodyId id,
            UnitId unitId,
            BodyKind kind,
            String name,
            String slug,
            String composition,
            int termMonths,
            List<SeatResource> seats,
            LocalDate from,
            @Nullable LocalDate lastDay) {
        static BodyResource of(Body body) {
            return new BodyResource(
                    body.id(),
                    body.unit(),
                    body.kind(),
                    body.name(),
                    body.slug(),
                    body.composition(),
                    body.termMonths(),
                    body.seats().stream().map(SeatResource::of).toList(),
                    body.term().from(),
                    body.term().lastDay());
        }
    }

    private final Bodies bodies;
    private final Offices offices;
    private final Units units;

    BodiesController(Bodies bodies, Offices offices, Units units) {
        this.bodies = bodies;
        this.offices = offices;
        this.units = units;
    }

    @Operation(summary = "The bodies of a unit, the executive committee first")
    @GetMapping("/units/{id}/bodies")
    List<BodyResource> of(@PathVariable UnitId id) {
        return bodies.of(units.get(id).id()).stream().map(BodyResource::of).toList();
    }

    @Operation(summary = "One body, a former one too")
    @GetMapping("/bodies/{id}")
    ResponseEntity<BodyResource> get(@PathVariable BodyId id) {
        return tagged(bodies.get(id));
    }

    @Operation(summary = "Founds a body, for those who administer the unit")
    @PostMapping("/bodies")
    @ApiResponse(responseCode = "201")
    ResponseEntity<BodyResource> found(@Me MemberId me, @RequestBody NewBody request) {
        Body founded = bodies.found(me, request.unit(), request.description().body());
        return ResponseEntity.created(URI.create("/api/bodies/" + founded.id()))
                .eTag(Etags.of(founded.version()))
                .body(BodyResource.of(founded));
    }

    @AskedFirst(value = Permission.ADMINISTER, of = BodyId.SUBJECT)
    @Operation(summary = "Describes a body otherwise, for those who administer its unit")
    @PutMapping("/bodies/{id}")
    ResponseEntity<BodyResource> change(
            @Me MemberId me,
            @PathVariable BodyId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody Description description) {
        return tagged(bodies.change(me, id, description.body(), Etags.seen(ifMatch)));
    }

    @Operation(summary = "Ends a body and all offices in it, for those who administer its unit")
    @DeleteMapping("/bodies/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @Me MemberId me,
            @PathVariable BodyId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        offices.endBody(me, id, Etags.seen(ifMatch));
    }

    private static ResponseEntity<BodyResource> tagged(Body body) {
        return Etags.tagged(BodyResource.of(body), body.version());
    }
}
