package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rotfaden.security.MemberId;

/// By which a program recognises a request that it sends once more: a string in quotation marks
/// (RFC 9651) or the same without them. What answers the request is kept sealed with it
/// (HKDF-SHA256, AES-256-GCM), as safely as the key is hard to guess.
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final int SHORTEST = 16;
    static final int LONGEST = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int BYTES = 32;

    /// @throws KeyRefused unless it has 16 to 255 characters
    IdempotencyKey {
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            throw KeyRefused.invalid();
        }
    }

    /// The key in the headers of a request.
    ///
    /// @throws KeyRefused unless it is one, and can be read
    static IdempotencyKey read(List<String> headers) {
        if (headers.size() != 1) {
            throw KeyRefused.invalid();
        }
        String header = headers.getFirst().strip();
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return new IdempotencyKey(ESCAPED.matcher(quoted.group(1)).replaceAll("$1"));
        }
        if (BARE.matcher(header).matches()) {
            return new IdempotencyKey(header);
        }
        throw KeyRefused.invalid();
    }

    /// What a member's key is found by, and cannot be found out from.
    byte[] nameFor(MemberId member) {
        return derive(member, "name");
    }

    byte[] seal(MemberId member, byte[] body) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, member, nonce, body);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(MemberId member, byte[] sealed) {
        return crypt(
                Cipher.DECRYPT_MODE,
                member,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] crypt(int mode, MemberId member, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derive(member, "body"), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException notSealedByThis) {
            throw new IllegalStateException(notSealedByThis);
        }
    }

    private byte[] derive(MemberId member, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(value.getBytes(US_ASCII))
                                    .addSalt(member.toString().getBytes(US_ASCII))
                                    .thenExpand(purpose.getBytes(US_ASCII), BYTES));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Keeps it out of logs.
    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
