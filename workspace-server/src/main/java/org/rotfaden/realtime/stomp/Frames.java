package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.util.NumberUtils;

/// Reads and writes the frames of one connection (STOMP 1.0 to 1.2).
final class Frames {

    /// A line break on its own: a sign of life.
    static final byte[] HEARTBEAT = {'\n'};

    private static final byte[] NOTHING = {};

    private final StompEncoder encoder = new StompEncoder();
    private final StompDecoder decoder = new StompDecoder();
    private final int largest;
    private byte[] halfRead = NOTHING;
    private long sent;

    /// @param largest how many bytes of a frame that goes on are kept
    Frames(int largest) {
        this.largest = largest;
    }

    /// The frames that are whole now.
    ///
    /// @throws StompConversionException when these are none, or one is too large
    List<StompHeaderAccessor> read(byte[] bytes) {
        ByteBuffer all =
                ByteBuffer.allocate(halfRead.length + bytes.length).put(halfRead).put(bytes).flip();
        MultiValueMap<String, String> begun = new LinkedMultiValueMap<>();
        List<Message<byte[]>> whole = decoder.decode(all, begun);
        halfRead = all.hasRemaining() ? new byte[all.remaining()] : NOTHING;
        all.get(halfRead);
        if (Math.max(halfRead.length, announced(begun)) > largest) {
            throw new StompConversionException("A frame is too large");
        }
        return whole.stream().map(Frames::accessor).toList();
    }

    /// How long a frame is to become that has begun, in bytes; 0 where it does not say.
    private static long announced(MultiValueMap<String, String> headers) {
        String length = headers.getFirst(StompHeaderAccessor.STOMP_CONTENT_LENGTH_HEADER);
        return length == null ? 0 : NumberUtils.parseNumber(length, Long.class);
    }

    /// How many bytes are kept of a frame that goes on.
    int halfRead() {
        return halfRead.length;
    }

    private static StompHeaderAccessor accessor(Message<byte[]> frame) {
        var accessor = StompHeaderAccessor.wrap(frame);
        accessor.setLeaveMutable(true);
        return accessor;
    }

    /// @param heartbeat how often signs of life are given, and wanted, at most, in ms
    byte[] connected(String version, long heartbeat, String session) {
        var frame = StompHeaderAccessor.create(StompCommand.CONNECTED);
        frame.setVersion(version);
        frame.setHeartbeat(heartbeat, heartbeat);
        frame.setNativeHeader("session", session);
        return write(frame, new byte[0]);
    }

    byte[] receipt(String receipt) {
        var frame = StompHeaderAccessor.create(StompCommand.RECEIPT);
        frame.setReceiptId(receipt);
        return write(frame, new byte[0]);
    }

    byte[] message(String subscription, String destination, byte[] json) {
        var frame = StompHeaderAccessor.create(StompCommand.MESSAGE);
        frame.setSubscriptionId(subscription);
        frame.setDestination(destination);
        frame.setMessageId(Long.toString(++sent));
        frame.setContentType(MimeTypeUtils.APPLICATION_JSON);
        return write(frame, json);
    }

    byte[] error(String code, @Nullable String receipt) {
        var frame = StompHeaderAccessor.create(StompCommand.ERROR);
        frame.setMessage(code);
        if (receipt != null) {
            frame.setReceiptId(receipt);
        }
        return write(frame, code.getBytes(UTF_8));
    }

    private byte[] write(StompHeaderAccessor frame, byte[] payload) {
        return encoder.encode(frame.toMessageHeaders(), payload);
    }
}
