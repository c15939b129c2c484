package org.rotfaden.installation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.rotfaden.members.Members;
import org.rotfaden.security.SharedSecret;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Opens the page on which the first administrator is created. The console of every node prints it,
/// so that only who runs the server can be the first; it ends with the first member.
@Component
public class SetupToken {

    private static final int BYTES = 16;

    private final Members members;
    private final Supplier<String> value;

    SetupToken(Members members, SharedSecret secret) {
        this.members = members;
        this.value = SingletonSupplier.of(() -> of(secret));
    }

    /// Compares in constant time.
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                        value().getBytes(StandardCharsets.UTF_8),
                        candidate.getBytes(StandardCharsets.UTF_8))
                && members.isEmpty();
    }

    String value() {
        return value.get();
    }

    private static String of(SharedSecret secret) {
        byte[] key = secret.keyHere("Generic", "the first administrator").getEncoded();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(key, BYTES));
    }
}
