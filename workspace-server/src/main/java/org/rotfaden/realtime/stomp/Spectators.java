package org.rotfaden.realtime.stomp;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.members.AccessToken;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Login;
import org.rotfaden.members.Logins;
import org.rotfaden.realtime.socket.Attendance;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Component;

/// Knows who comes to follow, and what she may know of.
@Component
class Spectators {

    private final Logins logins;
    private final AccessTokens tokens;
    private final Permissions permissions;
    private final Attendance attendance;
    private final FollowedTopics followedTopics;
    private final SubjectTypes types;

    Spectators(
            Logins logins,
            AccessTokens tokens,
            Permissions permissions,
            Attendance attendance,
            FollowedTopics followedTopics,
            SubjectTypes types) {
        this.logins = logins;
        this.tokens = tokens;
        this.permissions = permissions;
        this.attendance = attendance;
        this.followedTopics = followedTopics;
        this.types = types;
    }

    /// Who presents this as `Authorization`; nobody where it is nothing valid.
    Optional<Spectator> presenting(String authorization) {
        return AccessTokens.presentedIn(authorization)
                .flatMap(tokens::find)
                .map(token ->
                        new MemberSpectator(
                                SignedIn.byAccessToken(token.member(), token.id()), this));
    }

    /// Who comes by a log-in, if it is open.
    Optional<Spectator> loggedIn(SignedIn signedIn) {
        return Optional.ofNullable(signedIn.login())
                .flatMap(logins::find)
                .map(_ -> new MemberSpectator(signedIn, this));
    }

    Optional<Instant> validUntil(SignedIn signedIn) {
        LoginId login = signedIn.login();
        UUID token = signedIn.accessToken();
        return login != null
                ? logins.find(login).map(Login::expires)
                : Optional.ofNullable(token).flatMap(tokens::find).map(AccessToken::expires);
    }

    boolean isSeen(MemberId reader, Subject subject) {
        return types.isSeenBy(reader, subject);
    }

    Permissions permissions() {
        return permissions;
    }

    Attendance attendance() {
        return attendance;
    }

    FollowedTopics followedTopics() {
        return followedTopics;
    }
}
