package org.rotfaden.realtime.socket;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.SharedSecret;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Short-lived tickets with which a browser opens a live document: they say by which log-in, for
/// which document and until when. They stand in addresses and therefore in the logs of proxies, so
/// they are sealed with a key that all nodes of the workspace share (AES-256-GCM): nobody else
/// reads or writes one.
@Component
class Tickets {

    /// How long a ticket opens the door.
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PREFIX = "rft_";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int CONTENT_BYTES = 5 * Long.BYTES;
    private static final int SEALED_BYTES = NONCE_BYTES + CONTENT_BYTES + TAG_BYTES;

    record Ticket(LoginId login, DocumentId document, Instant expires) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Supplier<SecretKey> key;

    Tickets(SharedSecret secret, Clock clock) {
        this.clock = clock;
        this.key = SingletonSupplier.of(() -> secret.keyFor("AES", "tickets"));
    }

    Ticket issue(LoginId login, DocumentId document) {
        return new Ticket(login, document, clock.instant().plus(LIFETIME));
    }

    /// The ticket as text that only this workspace can read and write.
    String seal(Ticket ticket) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(write(ticket));
            return PREFIX
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(
                                    ByteBuffer.allocate(SEALED_BYTES)
                                            .put(nonce)
                                            .put(sealed)
                                            .array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// The ticket behind a text, if it was sealed here and is still valid.
    Optional<Ticket> open(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            return bytes.length == SEALED_BYTES
                    ? unseal(bytes).filter(ticket -> clock.instant().isBefore(ticket.expires()))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private Optional<Ticket> unseal(byte[] bytes) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(bytes).get(nonce);
        try {
            return Optional.of(
                    read(
                            cipher(Cipher.DECRYPT_MODE, nonce)
                                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES)));
        } catch (AEADBadTagException notSealedHere) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] write(Ticket ticket) {
        UUID login = ticket.login().value();
        UUID document = ticket.document().value();
        return ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(login.getMostSignificantBits())
                .putLong(login.getLeastSignificantBits())
                .putLong(document.getMostSignificantBits())
                .putLong(document.getLeastSignificantBits())
                .putLong(ticket.expires().toEpochMilli())
                .array();
    }

    private static Ticket read(byte[] content) {
        ByteBuffer from = ByteBuffer.wrap(content);
        return new Ticket(
                new LoginId(new UUID(from.getLong(), from.getLong())),
                new DocumentId(new UUID(from.getLong(), from.getLong())),
                Instant.ofEpochMilli(from.getLong()));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }
}
