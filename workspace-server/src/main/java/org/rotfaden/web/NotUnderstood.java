package org.rotfaden.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/// Knows when what was sent cannot be read: the mistake of whoever sent it, and nothing to write
/// down.
final class NotUnderstood {

    private static final int DEEPEST = 20;

    private NotUnderstood() {}

    /// Whether a failure comes from a request that cannot be read, or broke off.
    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof InvalidParameterException
                    || cause instanceof BadRequestException
                    || cause instanceof MultipartException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /// Whether a part of an address stands for text: every percent sign for a byte, all bytes for
    /// whole characters, and none of them NUL.
    static boolean isText(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        var bytes = ByteBuffer.allocate(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char character = encoded.charAt(at);
            int value = character;
            if (character == '%') {
                value = byteAt(encoded, at + 1);
                at += 2;
            }
            if (value <= 0) {
                return false;
            }
            bytes.put((byte) value);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException half) {
            return false;
        }
    }

    private static int byteAt(String encoded, int at) {
        if (at + 1 >= encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(at), 16);
        int low = Character.digit(encoded.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
