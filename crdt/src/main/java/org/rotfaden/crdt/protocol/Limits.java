package org.rotfaden.crdt.protocol;

import java.nio.charset.StandardCharsets;

/// What a message may cost, checked before it is decoded.
///
/// @param message bytes of a whole message
/// @param awarenessState bytes of one client's state as JSON
public record Limits(int message, int awarenessState) {

    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_TOKEN = 4_096;

    void check(byte[] bytes) {
        if (bytes.length > message) {
            throw new MalformedMessage("message too large");
        }
    }

    String name(Lib0Reader in) {
        return bounded(in.readString(), LONGEST_NAME);
    }

    String token(Lib0Reader in) {
        return bounded(in.readString(), LONGEST_TOKEN);
    }

    String state(Lib0Reader in) {
        byte[] json = in.readBytes();
        if (json.length > awarenessState) {
            throw new MalformedMessage("state too large");
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String bounded(String text, int longest) {
        if (text.length() > longest) {
            throw new MalformedMessage("text too long");
        }
        return text;
    }
}
