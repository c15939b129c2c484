package org.rotfaden.members.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Roles that were given by hand.
@RestController
@AlsoForFormerMembers
@Tag(name = "Rights")
@RequestMapping("/api/grants")
class GrantsController {

    record GrantResource(
            UUID id,
            MemberId memberId,
            Role role,
            String subjectType,
            UUID subjectId,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        static GrantResource of(ExplicitGrant grant) {
            return new GrantResource(
                    grant.id(),
                    grant.member(),
                    grant.role(),
                    grant.where().type(),
                    grant.where().id(),
                    grant.term().from(),
                    grant.term().lastDay());
        }
    }

    /// @param role `ADMINISTRATOR`, `OPERATOR`, `WRITER` or `READER`
    /// @param from today, when nothing is said
    record GrantRequest(
            MemberId memberId,
            Role role,
            String subjectType,
            UUID subjectId,
            Optional<LocalDate> from,
            Optional<LocalDate> lastDay) {}

    private final ExplicitGrants grants;
    private final Permissions permissions;
    private final Today today;

    GrantsController(ExplicitGrants grants, Permissions permissions, Today today) {
        this.grants = grants;
        this.permissions = permissions;
        this.today = today;
    }

    @Operation(summary = "The roles given at one place, for those who give them there")
    @GetMapping
    List<GrantResource> at(
            @Me MemberId me, @RequestParam String subjectType, @RequestParam UUID subjectId) {
        var where = new Subject(subjectType, subjectId);
        permissions.decide(me, permissions.authorityOver(where), where).orRefuse();
        return grants.at(where).stream().map(GrantResource::of).toList();
    }

    @Operation(summary = "Gives a role, for those with the authority there")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<GrantResource> give(@Me MemberId me, @RequestBody GrantRequest request) {
        ExplicitGrant given =
                grants.give(
                                me,
                                new NewGrant(
                                        request.memberId(),
                                        request.role(),
                                        new Subject(request.subjectType(), request.subjectId()),
                                        new Term(
                                                request.from().orElseGet(today::date),
                                                request.lastDay().orElse(null))))
                        .grant();
        return ResponseEntity.created(URI.create("/api/grants/" + given.id()))
                .body(GrantResource.of(given));
    }

    @Operation(summary = "Ends a role; whoever has it may lay it down")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@Me MemberId me, @PathVariable UUID id) {
        grants.end(me, id);
    }
}
