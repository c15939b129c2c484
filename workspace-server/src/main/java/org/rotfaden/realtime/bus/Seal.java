package org.rotfaden.realtime.bus;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.rotfaden.security.SharedSecret;

/// Tells what nodes of this workspace have said from what anybody else may say on the same Redis
/// (HMAC with SHA-256, RFC 2104, cut to 128 bits). Not safe for more than one thread.
final class Seal {

    /// How many bytes it adds to what is sealed.
    static final int BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final String channel;
    private final SecretKey key;
    private final Mac mac;

    Seal(String channel, SecretKey key) {
        this.channel = channel;
        this.key = key;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static Seal of(SharedSecret secret) {
        byte[] name = secret.keyHere("Generic", "the name of the channel").getEncoded();
        return new Seal(
                "rotfaden:" + HexFormat.of().formatHex(name, 0, BYTES),
                secret.keyHere(ALGORITHM, "what nodes say"));
    }

    /// The same for another thread.
    Seal another() {
        return new Seal(channel, key);
    }

    /// The channel on which the nodes of this workspace speak: derived from a secret, so that no
    /// two workspaces share one, however they are named.
    String channel() {
        return channel;
    }

    byte[] sealed(byte[] content) {
        return ByteBuffer.allocate(BYTES + content.length)
                .put(mac.doFinal(content), 0, BYTES)
                .put(content)
                .array();
    }

    /// What was sealed; nothing when nobody here has sealed it.
    Optional<byte[]> opened(byte[] sealed) {
        if (sealed.length < BYTES) {
            return Optional.empty();
        }
        byte[] said = new byte[BYTES];
        byte[] content = new byte[sealed.length - BYTES];
        ByteBuffer.wrap(sealed).get(said).get(content);
        byte[] right = ByteBuffer.allocate(BYTES).put(mac.doFinal(content), 0, BYTES).array();
        return MessageDigest.isEqual(said, right) ? Optional.of(content) : Optional.empty();
    }
}
