package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.socket.GatedClient.Kind;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A client writes, in one go, and is gone: over a real connection, one way or the other.
@WorkspaceTest
class LastWordsTests {

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private LiveDocuments documents;
    @Autowired private UpdateLog log;

    private DocumentId document;

    @BeforeEach
    void a_motion() {
        document = association.motion("Busse").document();
    }

    static Stream<Arguments> clients() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(1, 20, 200).map(updates -> Arguments.of(kind, updates)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void who_writes_and_closes_at_once_has_said_it_all(Kind kind, int updates) {
        expectAll(
                kind,
                updates,
                client -> {
                    client.addClose();
                    client.flush();
                });
    }

    @ParameterizedTest
    @MethodSource("clients")
    void who_writes_and_is_cut_off_has_said_what_arrived(Kind kind, int updates) {
        expectAll(
                kind,
                updates,
                client -> {
                    client.expectAllRead();
                    client.reset();
                });
    }

    private void expectAll(Kind kind, int updates, Consumer<RawClient> end) {
        LiveClient witness =
                LiveClient.yWebsocket(
                        port, document.toString(), association.tokenOf(association.clara()));
        witness.send(new YWebsocketMessage.Sync(new SyncMessage.Step1(new byte[] {0})));
        await().until(() -> title(witness).equals("Busse"));
        String token = association.tokenOf(association.bekir());
        RawClient client = new RawClient(port, address(kind, token));
        if (kind == Kind.HOCUSPOCUS) {
            client.add(
                    new HocuspocusMessage.Auth(
                                    document.toString(), new HocuspocusMessage.Token(token, null))
                            .encode());
        }
        for (int number = 0; number < updates; number++) {
            client.add(update(kind, written(number)));
        }
        end.accept(client);
        await().until(() -> log.load(document).sequence() == updates + 1);
        for (int number = 0; number < updates; number++) {
            assertThat(documents.read(document, MemberId.random()).plainTitle())
                    .contains(written(number));
        }
        await().untilAsserted(() ->
                assertThat(title(witness))
                        .isEqualTo(documents.read(document, MemberId.random()).plainTitle()));
        witness.close();
    }

    private static String written(int number) {
        return "«" + number + "»";
    }

    private String address(Kind kind, String token) {
        return switch (kind) {
            case HOCUSPOCUS -> GatedClient.HOCUSPOCUS;
            case Y_WEBSOCKET -> "/live/yjs/" + document + "?token=" + token;
        };
    }

    private byte[] update(Kind kind, String words) {
        var message = new SyncMessage.Update(GatedClient.content(words));
        return switch (kind) {
            case HOCUSPOCUS -> new HocuspocusMessage.Sync(document.toString(), message).encode();
            case Y_WEBSOCKET -> new YWebsocketMessage.Sync(message).encode();
        };
    }

    private static String title(LiveClient client) {
        try (SharedDocument copy = SharedDocument.empty()) {
            for (YWebsocketMessage message : client.heardInYWebsocket()) {
                switch (message) {
                    case YWebsocketMessage.Sync(SyncMessage.Step2(byte[] update)) ->
                            copy.apply(update);
                    case YWebsocketMessage.Sync(SyncMessage.Update(byte[] update)) ->
                            copy.apply(update);
                    default -> {
                        // nothing about words
                    }
                }
            }
            return copy.text("title");
        }
    }
}
