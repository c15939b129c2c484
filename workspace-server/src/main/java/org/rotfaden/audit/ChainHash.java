package org.rotfaden.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Ties an entry to the one before it: SHA-256 over the earlier hash and the entry's own fields.
final class ChainHash {

    static final byte[] BEFORE_THE_FIRST = new byte[32];

    private ChainHash() {}

    static byte[] of(byte[] before, AuditEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(line(entry).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /// The fields have no spaces, so that no two entries have the same line.
    private static String line(AuditEntry entry) {
        return String.join(
                " ",
                Long.toString(entry.sequence()),
                Long.toString(entry.at().toEpochMilli()),
                entry.actor().toString(),
                entry.action(),
                entry.subject().type(),
                entry.subject().id().toString(),
                String.valueOf(entry.concerned()));
    }
}
