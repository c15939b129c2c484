package org.rotfaden.organisation.bodies.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.http.Etags;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyObjection;
import org.rotfaden.organisation.bodies.Corrections;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.OfficeEnd;
import org.rotfaden.organisation.bodies.OfficeId;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Directory;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who holds which office in a body.
@RestController
@Tag(name = "Bodies")
@RequestMapping("/api/bodies/{id}")
class OfficesController {

    /// @param name nothing when whoever asks may not know of the person
    /// @param because why it ended before its time, or will
    record OfficeResource(
            OfficeId id,
            MemberId memberId,
            @Nullable String name,
            OfficeRole role,
            String title,
            LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate electedOn,
            @Nullable String electedBy,
            @Nullable OfficeEnd because) {
        static OfficeResource of(Office office, Map<MemberId, String> names) {
            return new OfficeResource(
                    office.id(),
                    office.member(),
                    names.get(office.member()),
                    office.role(),
                    office.title(),
                    office.term().from(),
                    office.term().lastDay(),
                    office.electedOn(),
                    office.electedBy(),
                    office.because());
        }
    }

    record Vacancy(String title, int seats) {}

    record Elected(String title, MemberId member) {}

    record ElectionRequest(
            List<Elected> elected,
            LocalDate from,
            LocalDate lastDay,
            LocalDate electedOn,
            String electedBy) {
        Election election(BodyId body) {
            return new Election(
                    body,
                    elected.stream()
                            .map(one -> new Election.Elected(one.title(), one.member()))
                            .toList(),
                    new Term(from, lastDay),
                    electedOn,
                    electedBy);
        }
    }

    record ElectionResource(ElectionId id) {}

    record LastDay(LocalDate lastDay) {}

    private final Offices offices;
    private final Corrections corrections;
    private final Bodies bodies;
    private final Directory directory;
    private final Members members;

    OfficesController(
            Offices offices,
            Corrections corrections,
            Bodies bodies,
            Directory directory,
            Members members) {
        this.offices = offices;
        this.corrections = corrections;
        this.bodies = bodies;
        this.directory = directory;
        this.members = members;
    }

    @Operation(summary = "The offices that are held today, in the order of the seats")
    @GetMapping("/offices")
    List<OfficeResource> today(@Me MemberId me, @PathVariable BodyId id) {
        return named(me, new Page<>(offices.in(bodies.get(id).id()), null)).items();
    }

    @Operation(summary = "All offices that were or will be held, the newest first")
    @GetMapping("/offices/ever")
    Page<OfficeResource> ever(
            @Me MemberId me,
            @PathVariable BodyId id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        return named(me, new Slice(after, most).cut(offices.everIn(bodies.get(id).id())));
    }

    @Operation(summary = "The seats that are empty today")
    @GetMapping("/vacancies")
    List<Vacancy> vacancies(@PathVariable BodyId id) {
        return offices.vacancies(bodies.get(id)).entrySet().stream()
                .map(empty -> new Vacancy(empty.getKey().title(), empty.getValue()))
                .toList();
    }

    @AskedFirst(value = Permission.ADMINISTER, of = BodyId.SUBJECT)
    @Operation(summary = "Writes down a new election of the whole body; If-Match has the body's")
    @PostMapping("/elections")
    @ApiResponse(responseCode = "201")
    ResponseEntity<ElectionResource> elect(
            @Me MemberId me,
            @PathVariable BodyId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody ElectionRequest request) {
        return created(id, offices.elect(me, request.election(id), Etags.seen(ifMatch)));
    }

    @AskedFirst(value = Permission.ADMINISTER, of = BodyId.SUBJECT)
    @Operation(summary = "Fills empty seats for the rest of a term; If-Match has the body's")
    @PostMapping("/by-elections")
    @ApiResponse(responseCode = "201")
    ResponseEntity<ElectionResource> fill(
            @Me MemberId me,
            @PathVariable BodyId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody ElectionRequest request) {
        return created(id, offices.fill(me, request.election(id), Etags.seen(ifMatch)));
    }

    @Operation(
            summary =
                    "Takes an election or by-election back as a whole, on the day on which it was"
                            + " written down; If-Match has the body's")
    @DeleteMapping("/elections/{election}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(
            @Me MemberId me,
            @PathVariable BodyId id,
            @PathVariable ElectionId election,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        corrections.takeBack(me, id, election, Etags.seen(ifMatch));
    }

    @Operation(summary = "Ends an office with a day: one's own, or for those who administer")
    @PostMapping("/offices/{office}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @Me MemberId me,
            @PathVariable BodyId id,
            @PathVariable OfficeId office,
            @RequestBody LastDay end) {
        Office held = offices.get(office);
        if (!held.body().equals(id)) {
            throw BodyObjection.OFFICE_NOT_FOUND.raised();
        }
        offices.end(me, held.id(), end.lastDay());
    }

    @Operation(
            summary =
                    "Takes the end of an office back, on the day on which it was written down:"
                            + " whoever laid it down, or those who administer")
    @PostMapping("/offices/{office}/continue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void continueAgain(@Me MemberId me, @PathVariable BodyId id, @PathVariable OfficeId office) {
        corrections.continueAgain(me, id, office);
    }

    private static ResponseEntity<ElectionResource> created(BodyId body, ElectionId election) {
        return ResponseEntity.created(URI.create("/api/bodies/" + body + "/elections/" + election))
                .body(new ElectionResource(election));
    }

    private Page<OfficeResource> named(MemberId me, Page<Office> page) {
        Map<MemberId, String> names =
                members.namesOf(
                        directory.onRecord(me, page.items().stream().map(Office::member).toList()));
        return page.map(office -> OfficeResource.of(office, names));
    }
}
