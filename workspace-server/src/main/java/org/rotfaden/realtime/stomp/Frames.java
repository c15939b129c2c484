package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.BufferingStompDecoder;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.util.MimeTypeUtils;

/// Reads and writes the frames of one connection (STOMP 1.0 to 1.2).
final class Frames {

    /// A line break on its own: a sign of life.
    static final byte[] HEARTBEAT = {'\n'};

    private final StompEncoder encoder = new StompEncoder();
    private final BufferingStompDecoder decoder;
    private long sent;

    /// @param largest how many bytes of a frame that goes on are kept
    Frames(int largest) {
        this.decoder = new BufferingStompDecoder(new StompDecoder(), largest);
    }

    /// The frames that are whole now.
    ///
    /// @throws StompConversionException when these are none
    List<StompHeaderAccessor> read(byte[] bytes) {
        return decoder.decode(ByteBuffer.wrap(bytes)).stream().map(Frames::accessor).toList();
    }

    /// How many bytes are kept of a frame that goes on.
    int halfRead() {
        return decoder.getBufferSize();
    }

    private static StompHeaderAccessor accessor(Message<byte[]> frame) {
        var accessor = StompHeaderAccessor.wrap(frame);
        accessor.setLeaveMutable(true);
        return accessor;
    }

    byte[] connected(String version, long[] heartbeat, String session) {
        var frame = StompHeaderAccessor.create(StompCommand.CONNECTED);
        frame.setVersion(version);
        frame.setHeartbeat(heartbeat[0], heartbeat[1]);
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
