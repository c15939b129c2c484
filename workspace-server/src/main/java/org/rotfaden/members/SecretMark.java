package org.rotfaden.members;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the secrets of one log-in, and tells those that were good once from those that never were:
/// each ends with a mark (HMAC-SHA-256) that nothing but this log-in's key makes. So none of the
/// secrets that were replaced needs to be kept.
final class SecretMark {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    SecretMark(byte[] key) {
        this.key = key.clone();
    }

    static SecretMark random() {
        return new SecretMark(Secret.random().hash());
    }

    byte[] key() {
        return key.clone();
    }

    /// A new secret of the log-in.
    Secret newSecret() {
        Secret plain = Secret.random();
        return new Secret(plain.value() + markOf(plain.value()));
    }

    /// Whether this was a secret of the log-in at any time.
    boolean isOn(Secret presented) {
        String text = presented.value();
        int end = text.length() - markOf("").length();
        return end > 0
                && MessageDigest.isEqual(
                        text.substring(end).getBytes(StandardCharsets.UTF_8),
                        markOf(text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
    }

    private String markOf(String plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
