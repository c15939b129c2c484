package org.rotfaden.members.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.members.Login;
import org.rotfaden.members.Logins;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Log-ins in browsers.
@RestController
@AlsoForFormerMembers
@Tag(name = "Log-ins")
@RequestMapping("/api/logins")
class LoginsController {

    /// @param browser what the browser called itself, where that is known
    /// @param opened when a page was last opened with it
    /// @param current whether this request comes by it
    record LoginResource(
            LoginId id,
            @Nullable String browser,
            Instant begun,
            Instant opened,
            Instant expires,
            boolean current) {
        static LoginResource of(Login login, SignedIn by) {
            return new LoginResource(
                    login.id(),
                    login.browser(),
                    login.begun(),
                    login.opened(),
                    login.expires(),
                    login.id().equals(by.login()));
        }
    }

    private final Logins logins;
    private final CurrentMember currentMember;

    LoginsController(Logins logins, CurrentMember currentMember) {
        this.logins = logins;
        this.currentMember = currentMember;
    }

    @Operation(summary = "In which browsers one is logged in, the one that was used last first")
    @GetMapping
    List<LoginResource> list() {
        SignedIn by = currentMember.get();
        return logins.of(by.member()).stream().map(login -> LoginResource.of(login, by)).toList();
    }

    @Operation(summary = "Ends a log-in and what was opened with it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@Me MemberId me, @PathVariable LoginId id) {
        logins.end(me, id);
    }
}
