package org.rotfaden.members;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A hash that no password has, so that asking for somebody unknown takes as long as a wrong guess.
final class NobodysPassword {

    private static volatile @Nullable String hash;

    private NobodysPassword() {}

    static String hash(PasswordEncoder passwords) {
        String known = hash;
        if (known == null) {
            known =
                    java.util.Objects.requireNonNull(
                            passwords.encode(UUID.randomUUID().toString()));
            hash = known;
        }
        return known;
    }
}
