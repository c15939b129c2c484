package org.rotfaden.realtime.bus;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.News;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.Limits;
import org.rotfaden.crdt.protocol.MalformedMessage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// How messages look on their way to another process:
///
/// | bytes | are |
/// |---|---|
/// | 1 | the version of this format: 1 |
/// | 1 | the kind of message |
/// | 16 | the node that says it |
/// | 16 | the document, if it is about one |
/// | 8 | the sequence, if there is one |
/// | the rest | an update of Yjs; an awareness update; JSON |
///
/// Whoever does not know a version or a kind leaves the message out: it counts as lost.
final class WireFormat {

    /// The largest message, in bytes. Larger updates are not carried but read from the log.
    static final int LARGEST = 256 << 10;

    private static final int VERSION = 2;
    private static final int BEFORE_ORIGIN = 2;
    private static final int BEFORE_CONTENT = BEFORE_ORIGIN + 3 * 2 * Long.BYTES;
    private static final Limits LIMITS = new Limits(LARGEST, LARGEST);

    private static final byte APPENDED = 1;
    private static final byte ADVANCED = 2;
    private static final byte PRESENCE = 3;
    private static final byte PRESENCE_ASKED = 4;
    private static final byte HAPPENED = 5;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .polymorphicTypeValidator(
                            BasicPolymorphicTypeValidator.builder()
                                    .allowIfSubType(Activity.class)
                                    .build())
                    .changeDefaultVisibility(checker ->
                            checker.withFieldVisibility(Visibility.ANY)
                                    .withGetterVisibility(Visibility.NONE)
                                    .withIsGetterVisibility(Visibility.NONE))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private WireFormat() {}

    /// Writes a message; nothing where it is too large to be carried.
    static Optional<byte[]> encode(BusMessage message) {
        byte[] encoded =
                switch (message) {
                    case BusMessage.Appended(var node, var document, var update)
                            when BEFORE_CONTENT + update.bytes().length > LARGEST ->
                            encoded(ADVANCED, node, document, update.sequence(), new byte[0]);
                    case BusMessage.Appended(var node, var document, var update) ->
                            encoded(APPENDED, node, document, update.sequence(), update.bytes());
                    case BusMessage.Advanced(var node, var document, long sequence) ->
                            encoded(ADVANCED, node, document, sequence, new byte[0]);
                    case BusMessage.Presence(var node, var document, var states) ->
                            encoded(PRESENCE, node, document, null, states.encode());
                    case BusMessage.PresenceAsked(var node, var document) ->
                            encoded(PRESENCE_ASKED, node, document, null, new byte[0]);
                    case BusMessage.Happened(var node, var news) ->
                            encoded(HAPPENED, node, null, null, JSON.writeValueAsBytes(news));
                };
        return encoded.length > LARGEST ? Optional.empty() : Optional.of(encoded);
    }

    private static byte[] encoded(
            byte kind,
            NodeId node,
            @Nullable DocumentId document,
            @Nullable Long sequence,
            byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(BEFORE_CONTENT + content.length);
        put(out.put((byte) VERSION).put(kind), node.value());
        if (document != null) {
            put(out, document.value());
        }
        if (sequence != null) {
            out.putLong(sequence);
        }
        out.put(content).flip();
        byte[] bytes = new byte[out.remaining()];
        out.get(bytes);
        return bytes;
    }

    /// Reads a message; nothing where this version does not understand it.
    static Optional<BusMessage> decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return in.get() == VERSION
                    ? Optional.ofNullable(decoded(in.get(), new NodeId(uuid(in)), in))
                    : Optional.empty();
        } catch (BufferUnderflowException | MalformedMessage | JacksonException malformed) {
            return Optional.empty();
        }
    }

    /// Who says it, as far as that can be told without reading all of it.
    static Optional<NodeId> origin(byte[] bytes) {
        return bytes.length < BEFORE_ORIGIN + 2 * Long.BYTES
                ? Optional.empty()
                : Optional.of(new NodeId(uuid(ByteBuffer.wrap(bytes).position(BEFORE_ORIGIN))));
    }

    private static @Nullable BusMessage decoded(byte kind, NodeId node, ByteBuffer in) {
        return switch (kind) {
            case APPENDED ->
                    new BusMessage.Appended(
                            node, document(in), new LoggedUpdate(in.getLong(), rest(in)));
            case ADVANCED -> new BusMessage.Advanced(node, document(in), in.getLong());
            case PRESENCE ->
                    new BusMessage.Presence(
                            node, document(in), AwarenessUpdate.decode(rest(in), LIMITS));
            case PRESENCE_ASKED -> new BusMessage.PresenceAsked(node, document(in));
            case HAPPENED -> new BusMessage.Happened(node, JSON.readValue(rest(in), News.class));
            default -> null;
        };
    }

    private static DocumentId document(ByteBuffer in) {
        return new DocumentId(uuid(in));
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
