package org.rotfaden.crdt.protocol;

/// A frame of y-websocket: one message about the one document of the connection.
public sealed interface YWebsocketMessage {

    record Sync(SyncMessage message) implements YWebsocketMessage {}

    record Awareness(AwarenessUpdate states) implements YWebsocketMessage {}

    /// From the server: something was denied.
    record Auth(String deniedReason) implements YWebsocketMessage {}

    record QueryAwareness() implements YWebsocketMessage {}

    static YWebsocketMessage decode(byte[] bytes, Limits limits) {
        limits.check(bytes);
        var in = new Lib0Reader(bytes);
        YWebsocketMessage message =
                switch (in.readKind()) {
                    case 0 -> new Sync(SyncMessage.read(in));
                    case 1 -> new Awareness(AwarenessUpdate.read(in, limits));
                    case 2 -> readAuth(in, limits);
                    case 3 -> new QueryAwareness();
                    default -> throw new MalformedMessage("unknown message");
                };
        in.expectEnd();
        return message;
    }

    default byte[] encode() {
        var out = new Lib0Writer();
        switch (this) {
            case Sync(SyncMessage message) -> {
                out.writeVarUint(0);
                message.write(out);
            }
            case Awareness(AwarenessUpdate states) -> {
                out.writeVarUint(1);
                states.write(out);
            }
            case Auth(String reason) -> {
                out.writeVarUint(2);
                out.writeVarUint(0);
                out.writeString(reason);
            }
            case QueryAwareness() -> out.writeVarUint(3);
        }
        return out.toBytes();
    }

    private static Auth readAuth(Lib0Reader in, Limits limits) {
        if (in.readVarUint() != 0) {
            throw new MalformedMessage("unknown authentication message");
        }
        return new Auth(limits.name(in));
    }
}
