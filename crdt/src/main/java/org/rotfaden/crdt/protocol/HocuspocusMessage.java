package org.rotfaden.crdt.protocol;

import org.jspecify.annotations.Nullable;

/// A frame of Hocuspocus. One connection carries many documents, so most messages name theirs; the
/// name is kept as it came, with the session id that newer providers add to it.
public sealed interface HocuspocusMessage {

    /// A message about one document.
    sealed interface AboutDocument extends HocuspocusMessage {
        String documentName();
    }

    record Sync(String documentName, SyncMessage message) implements AboutDocument {}

    /// Like [Sync], and no answer is wanted.
    record SyncReply(String documentName, SyncMessage message) implements AboutDocument {}

    record Awareness(String documentName, AwarenessUpdate states) implements AboutDocument {}

    record Auth(String documentName, Authentication said) implements AboutDocument {}

    record QueryAwareness(String documentName) implements AboutDocument {}

    record Stateless(String documentName, String payload) implements AboutDocument {}

    /// From the server only.
    record BroadcastStateless(String documentName, String payload) implements AboutDocument {}

    /// From the server with a reason, from a client without.
    record Close(String documentName, @Nullable String reason) implements AboutDocument {}

    /// Whether a change was taken.
    record SyncStatus(String documentName, boolean taken) implements AboutDocument {}

    record Ping() implements HocuspocusMessage {}

    record Pong() implements HocuspocusMessage {}

    /// What is said about who somebody is.
    sealed interface Authentication {}

    record Token(String token, @Nullable String providerVersion) implements Authentication {}

    record Denied(String reason) implements Authentication {}

    /// The token was good for `read-write` or `readonly`.
    record Authenticated(String scope) implements Authentication {}

    static HocuspocusMessage denied(String documentName, String reason) {
        return new Auth(documentName, new Denied(reason));
    }

    static HocuspocusMessage authenticated(String documentName, String scope) {
        return new Auth(documentName, new Authenticated(scope));
    }

    static HocuspocusMessage decode(byte[] bytes, Limits limits) {
        limits.check(bytes);
        if (bytes.length == 1) {
            return decodeBare(bytes[0]);
        }
        var in = new Lib0Reader(bytes);
        String name = limits.name(in);
        HocuspocusMessage message =
                switch (in.readKind()) {
                    case 0 -> new Sync(name, SyncMessage.read(in));
                    case 1 -> new Awareness(name, AwarenessUpdate.read(in, limits));
                    case 2 -> new Auth(name, readAuthentication(in, limits));
                    case 3 -> new QueryAwareness(name);
                    case 4 -> new SyncReply(name, SyncMessage.read(in));
                    case 5 -> new Stateless(name, in.readString());
                    case 6 -> new BroadcastStateless(name, in.readString());
                    case 7 -> new Close(name, in.remaining() > 0 ? limits.name(in) : null);
                    case 8 -> new SyncStatus(name, in.readKind() == 1);
                    default -> throw new MalformedMessage("unknown message");
                };
        in.expectEnd();
        return message;
    }

    default byte[] encode() {
        var out = new Lib0Writer();
        switch (this) {
            case Ping() -> out.writeByte(9);
            case Pong() -> out.writeByte(10);
            case AboutDocument message -> {
                out.writeString(message.documentName());
                write(out, message);
            }
        }
        return out.toBytes();
    }

    private static void write(Lib0Writer out, AboutDocument about) {
        switch (about) {
            case Sync(_, SyncMessage message) -> {
                out.writeVarUint(0);
                message.write(out);
            }
            case Awareness(_, AwarenessUpdate states) -> {
                out.writeVarUint(1);
                states.write(out);
            }
            case Auth(_, Authentication said) -> {
                out.writeVarUint(2);
                write(out, said);
            }
            case QueryAwareness _ -> out.writeVarUint(3);
            case SyncReply(_, SyncMessage message) -> {
                out.writeVarUint(4);
                message.write(out);
            }
            case Stateless(_, String payload) -> write(out, 5, payload);
            case BroadcastStateless(_, String payload) -> write(out, 6, payload);
            case Close(_, String reason) -> {
                out.writeVarUint(7);
                if (reason != null) {
                    out.writeString(reason);
                }
            }
            case SyncStatus(_, boolean taken) -> {
                out.writeVarUint(8);
                out.writeVarUint(taken ? 1 : 0);
            }
        }
    }

    private static void write(Lib0Writer out, Authentication said) {
        switch (said) {
            case Token(String token, String version) -> {
                write(out, 0, token);
                if (version != null) {
                    out.writeString(version);
                }
            }
            case Denied(String reason) -> write(out, 1, reason);
            case Authenticated(String scope) -> write(out, 2, scope);
        }
    }

    private static void write(Lib0Writer out, int kind, String content) {
        out.writeVarUint(kind);
        out.writeString(content);
    }

    private static HocuspocusMessage decodeBare(byte kind) {
        return switch (kind) {
            case 9 -> new Ping();
            case 10 -> new Pong();
            default -> throw new MalformedMessage("unknown message");
        };
    }

    private static Authentication readAuthentication(Lib0Reader in, Limits limits) {
        return switch (in.readKind()) {
            case 0 -> new Token(limits.token(in), in.remaining() > 0 ? limits.name(in) : null);
            case 1 -> new Denied(limits.name(in));
            case 2 -> new Authenticated(limits.name(in));
            default -> throw new MalformedMessage("unknown authentication message");
        };
    }
}
