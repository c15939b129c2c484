package org.rotfaden.realtime.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.rotfaden.crdt.protocol.MalformedMessage;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.LiveLimits;

/// The receiving side of one WebSocket: parts become messages, and what is too large or too much
/// ends the connection before it is decoded. Parts come one at a time.
final class Guest {

    private final Conversation conversation;
    private final Language language;
    private final LiveLimits limits;
    private ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
    private long beforeAuthentication;

    Guest(Conversation conversation, Language language, LiveLimits limits) {
        this.conversation = conversation;
        this.language = language;
        this.limits = limits;
    }

    Conversation conversation() {
        return conversation;
    }

    /// What comes after the end of the conversation is not heard any more.
    void take(ByteBuffer payload, boolean isLast) {
        if (conversation.connection().isEnded()) {
            forget();
            return;
        }
        if (isTooMuch(payload.remaining())) {
            forget();
            end(Ending.TOO_LARGE);
            return;
        }
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        if (isLast && parts.size() == 0) {
            hear(bytes);
            return;
        }
        parts.writeBytes(bytes);
        if (isLast) {
            byte[] message = parts.toByteArray();
            forget();
            hear(message);
        } else {
            conversation.connection().halfHeard(bytes.length);
        }
    }

    /// Emptied it would keep its place in memory for as long as the connection lasts.
    private void forget() {
        parts = new ByteArrayOutputStream(0);
        conversation.connection().nothingHalfHeard();
    }

    private boolean isTooMuch(int more) {
        if (conversation.isAuthenticated()) {
            return parts.size() + (long) more > language.largestMessage(limits);
        }
        beforeAuthentication += more;
        return beforeAuthentication > limits.frameBeforeAuthentication().toBytes();
    }

    private void hear(byte[] message) {
        if (!conversation.connection().pace().maySpeak(1)) {
            end(Ending.FLOOD);
            return;
        }
        try {
            conversation.receive(message);
        } catch (MalformedMessage malformed) {
            end(Ending.MALFORMED);
        }
    }

    private void end(Ending ending) {
        conversation.connection().close(CloseCodes.of(ending));
    }
}
