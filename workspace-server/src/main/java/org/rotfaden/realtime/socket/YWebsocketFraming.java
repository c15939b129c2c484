package org.rotfaden.realtime.socket;

import java.util.Optional;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.realtime.rooms.Framing;

/// Frames as y-websocket has them. It knows no acknowledgement; its clients take the echo of their
/// own update for one.
record YWebsocketFraming() implements Framing {

    @Override
    public byte[] sync(SyncMessage message) {
        return new YWebsocketMessage.Sync(message).encode();
    }

    @Override
    public byte[] presence(AwarenessUpdate states) {
        return new YWebsocketMessage.Awareness(states).encode();
    }

    @Override
    public Optional<byte[]> saved(byte[] update) {
        return Optional.of(sync(new SyncMessage.Update(update)));
    }

    @Override
    public Optional<byte[]> refused(String reason) {
        return Optional.of(new YWebsocketMessage.Auth(reason).encode());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean echoesWhatIsSaved() {
        return true;
    }
}
