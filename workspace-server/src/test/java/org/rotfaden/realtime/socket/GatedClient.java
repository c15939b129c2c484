package org.rotfaden.realtime.socket;

import java.util.List;
import java.util.Map;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.members.Member;
import org.rotfaden.realtime.DocumentId;

/// Somebody who comes to a gated door with a client of one kind or the other.
record GatedClient(
        Kind kind, DocumentId document, Member member, String token, PretendSocket socket) {

    static final String HOCUSPOCUS = "/live/hocuspocus";

    enum Kind {
        HOCUSPOCUS,
        Y_WEBSOCKET
    }

    GatedClient(GatedDoor door, Kind kind, DocumentId document, Member member, String token) {
        this(
                kind,
                document,
                member,
                token,
                new PretendSocket(
                        door.handler,
                        switch (kind) {
                            case HOCUSPOCUS -> HOCUSPOCUS;
                            case Y_WEBSOCKET -> "/live/yjs/" + document + "?token=" + token;
                        }));
    }

    static byte[] content(String title) {
        return SharedDocument.firstContent(
                new FirstContent(title, List.of(new Run("\n", Map.of())), List.of()));
    }

    void enter() {
        socket.open();
        if (kind == Kind.HOCUSPOCUS) {
            authenticate();
        }
    }

    void authenticate() {
        socket.say(
                new HocuspocusMessage.Auth(
                        document.toString(), new HocuspocusMessage.Token(token, null)));
    }

    void write(String title) {
        say(new SyncMessage.Update(content(title)));
    }

    void ask() {
        say(new SyncMessage.Step1(new byte[] {0}));
    }

    boolean isOut() {
        return switch (kind) {
            case HOCUSPOCUS -> socket.heardInHocuspocus().toString().contains("Denied");
            case Y_WEBSOCKET -> socket.closed.isDone();
        };
    }

    Stay stay() {
        return socket.stays().iterator().next();
    }

    /// The words that a client of Hocuspocus has heard of.
    String title() {
        try (SharedDocument copy = SharedDocument.empty()) {
            for (HocuspocusMessage message : socket.heardInHocuspocus()) {
                switch (message) {
                    case HocuspocusMessage.Sync(_, SyncMessage.Step2(byte[] update)) ->
                            copy.apply(update);
                    case HocuspocusMessage.Sync(_, SyncMessage.Update(byte[] update)) ->
                            copy.apply(update);
                    default -> {
                        // nothing about words
                    }
                }
            }
            return copy.text("title");
        }
    }

    private void say(SyncMessage message) {
        switch (kind) {
            case HOCUSPOCUS -> socket.say(new HocuspocusMessage.Sync(document.toString(), message));
            case Y_WEBSOCKET -> socket.say(new YWebsocketMessage.Sync(message).encode());
        }
    }
}
