package org.rotfaden.installation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.rotfaden.members.Members;
import org.springframework.stereotype.Component;

/// Opens the page on which the first administrator is created. The console prints it, so that only
/// who runs the server can be the first; it is new at every start and ends with the first member.
@Component
public class SetupToken {

    private static final int BYTES = 16;

    private final Members members;
    private final String value = random();

    SetupToken(Members members) {
        this.members = members;
    }

    /// Compares in constant time.
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8),
                        candidate.getBytes(StandardCharsets.UTF_8))
                && members.isEmpty();
    }

    String value() {
        return value;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
