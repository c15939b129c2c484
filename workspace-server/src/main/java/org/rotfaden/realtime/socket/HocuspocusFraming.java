package org.rotfaden.realtime.socket;

import java.util.Optional;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Framing;

/// Frames as Hocuspocus has them.
///
/// @param documentName as the client wrote it, session id included
/// @param isShared whether that is the document's id and nothing else
record HocuspocusFraming(String documentName, boolean isShared) implements Framing {

    HocuspocusFraming(String documentName, DocumentId document) {
        this(documentName, documentName.equals(document.toString()));
    }

    @Override
    public byte[] sync(SyncMessage message) {
        return new HocuspocusMessage.Sync(documentName, message).encode();
    }

    @Override
    public byte[] presence(AwarenessUpdate states) {
        return new HocuspocusMessage.Awareness(documentName, states).encode();
    }

    @Override
    public Optional<byte[]> saved(byte[] update) {
        return Optional.of(new HocuspocusMessage.SyncStatus(documentName, true).encode());
    }

    @Override
    public Optional<byte[]> refused(String reason) {
        return Optional.of(new HocuspocusMessage.SyncStatus(documentName, false).encode());
    }

    @Override
    public boolean echoesWhatIsSaved() {
        return false;
    }
}
