package org.rotfaden.realtime.socket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Short-lived tickets with which a browser opens a live document: they say who, by which log-in,
/// for which document and until when, signed with a key that all nodes of the workspace share
/// (HMAC-SHA-256).
@Component
class Tickets {

    /// How long a ticket opens the door.
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PREFIX = "rft_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    record Ticket(MemberId member, LoginId login, DocumentId document, Instant expires) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile byte @Nullable [] key;

    Tickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Ticket issue(MemberId member, LoginId login, DocumentId document) {
        return new Ticket(member, login, document, clock.instant().plus(LIFETIME));
    }

    /// The ticket as text that only this workspace can write.
    String sign(Ticket ticket) {
        String content =
                String.join(
                        ".",
                        ticket.member().toString(),
                        ticket.login().toString(),
                        ticket.document().toString(),
                        Long.toString(ticket.expires().toEpochMilli()));
        return PREFIX
                + encode(content.getBytes(StandardCharsets.UTF_8))
                + "."
                + encode(signature(content));
    }

    /// The ticket behind a text, if it was signed here and is still valid.
    Optional<Ticket> open(String text) {
        String[] parts =
                text.startsWith(PREFIX)
                        ? text.substring(PREFIX.length()).split("\\.", -1)
                        : new String[0];
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            String content =
                    new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(signature, signature(content))
                    ? Optional.of(parse(content))
                            .filter(ticket -> clock.instant().isBefore(ticket.expires()))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Ticket parse(String signed) {
        String[] fields = signed.split("\\.", -1);
        return new Ticket(
                new MemberId(UUID.fromString(fields[0])),
                new LoginId(UUID.fromString(fields[1])),
                new DocumentId(UUID.fromString(fields[2])),
                Instant.ofEpochMilli(Long.parseLong(fields[3])));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(sharedKey(), ALGORITHM));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private byte[] sharedKey() {
        byte[] known = key;
        if (known == null) {
            known = storedKey();
            key = known;
        }
        return known;
    }

    /// The first node that asks makes the key; all others find it.
    private byte[] storedKey() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into live_ticket_key (key) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select key from live_ticket_key").query(byte[].class).single();
    }
}
