package org.rotfaden.members.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.NewAccessToken;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Access tokens for machines.
@RestController
@AlsoForFormerMembers
@Tag(name = "Access tokens")
@RequestMapping("/api/tokens")
class AccessTokensController {

    record TokenResource(UUID id, Instant created, Instant expires) {}

    private final AccessTokens tokens;
    private final CurrentMember currentMember;

    AccessTokensController(AccessTokens tokens, CurrentMember currentMember) {
        this.tokens = tokens;
        this.currentMember = currentMember;
    }

    @Operation(summary = "Makes an access token for e-mail address and password (HTTP Basic)")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "password")
    NewAccessToken create() {
        return tokens.create(currentMember.get());
    }

    @Operation(summary = "One's own access tokens")
    @GetMapping
    List<TokenResource> list(@Me MemberId me) {
        return tokens.of(me).stream()
                .map(token -> new TokenResource(token.id(), token.created(), token.expires()))
                .toList();
    }

    @Operation(summary = "Ends an access token and what was opened with it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@Me MemberId me, @PathVariable UUID id) {
        tokens.revoke(me, id);
    }
}
