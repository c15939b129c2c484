package org.rotfaden.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is behind a request, and by what: a log-in in a browser or an access token of a machine.
public record SignedIn(MemberId member, @Nullable LoginId login, @Nullable UUID accessToken) {

    public static SignedIn byLogin(MemberId member, LoginId login) {
        return new SignedIn(member, login, null);
    }

    public static SignedIn byAccessToken(MemberId member, UUID token) {
        return new SignedIn(member, null, token);
    }

    /// The name of the security framework's principal.
    @Override
    public String toString() {
        return member.toString();
    }
}
