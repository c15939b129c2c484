package org.rotfaden.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What all nodes of a workspace know and nobody else does. It lies in the database; the keys for
/// one purpose or another are derived from it (HKDF with SHA-256, RFC 5869).
@Component
public class SharedSecret {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    SharedSecret(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A key of 32 bytes, the same on every node.
    ///
    /// @param algorithm what it is for, as Java names it
    /// @param purpose no two have the same key
    public SecretKey keyFor(String algorithm, String purpose) {
        return derived(algorithm, "for " + purpose);
    }

    /// As [#keyFor], and different in a copy of the database that was restored elsewhere.
    public SecretKey keyHere(String algorithm, String purpose) {
        return derived(algorithm, "for %s at %s".formatted(purpose, place()));
    }

    private SecretKey derived(String algorithm, String information) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(shared())
                                    .thenExpand(
                                            information.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private byte[] shared() {
        byte[] known = secret;
        if (known == null) {
            known = stored();
            secret = known;
        }
        return known;
    }

    /// The first node that asks makes it; all others find it.
    private byte[] stored() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into shared_secret (secret) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from shared_secret").query(byte[].class).single();
    }

    /// Which database of which cluster.
    private String place() {
        return jdbc.sql(
                        """
                        select system_identifier || '/' || oid from pg_control_system(), pg_database
                        where datname = current_database()
                        """)
                .query(String.class)
                .single();
    }
}
