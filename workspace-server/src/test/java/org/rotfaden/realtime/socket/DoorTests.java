package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.crdt.protocol.YWebsocketMessage;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Logins;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The answers at the door, each as the protocol page lists it.
@WorkspaceTest
class DoorTests {

    private static final byte[] NOTHING = {0, 0};

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private Members members;
    @Autowired private AccessTokens tokens;
    @Autowired private Tickets tickets;
    @Autowired private LiveDocuments documents;
    @Autowired private Logins logins;
    @Autowired private Doorkeeper doorkeeper;

    private DocumentId document;
    private String name;

    @BeforeEach
    void a_motion() {
        document = association.motion("Busse").document();
        name = document.toString();
    }

    @Test
    void a_page_of_another_origin_is_turned_away() {
        assertThatThrownBy(() -> LiveClient.hocuspocus(port, "https://example.com"))
                .rootCause()
                .hasMessageContaining("403");
    }

    @Test
    void a_page_of_this_origin_comes_in() {
        LiveClient client = LiveClient.hocuspocus(port, "http://localhost:" + port);
        client.send(token(association.bekir()));
        hears(client, "Authenticated[scope=read-write]");
    }

    @Test
    void y_websocket_without_a_valid_token_is_closed_with_4401() {
        assertThat(LiveClient.yWebsocket(port, name, "falsch").closeCode()).isEqualTo(4401);
    }

    @Test
    void y_websocket_without_the_right_is_closed_with_4403() {
        String token = association.tokenOf(association.bekir());
        assertThat(LiveClient.yWebsocket(port, UUID.randomUUID().toString(), token).closeCode())
                .isEqualTo(4403);
        assertThat(LiveClient.yWebsocket(port, "kein-dokument", token).closeCode()).isEqualTo(4403);
    }

    @Test
    void hocuspocus_without_a_valid_token_is_denied_for_that_document_and_stays_open() {
        LiveClient client = LiveClient.hocuspocus(port);
        client.send(new HocuspocusMessage.Auth(name, new HocuspocusMessage.Token("falsch", null)));
        hears(client, "Denied[reason=permission-denied]");
        client.send(token(association.bekir()));
        hears(client, "Authenticated[scope=read-write]");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void a_member_who_may_only_read_is_told_so() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.clara()));
        hears(client, "Authenticated[scope=readonly]");
    }

    @Test
    void who_never_says_who_they_are_is_closed_with_4408() {
        assertThat(LiveClient.hocuspocus(port).closeCode()).isEqualTo(4408);
    }

    @Test
    void a_ticket_opens_its_own_document_only_and_only_for_a_while() {
        DocumentId other = association.motion("Bahnen").document();
        LoginId login = loginOf(association.bekir());
        String ticket = tickets.seal(tickets.issue(login, document));
        LiveClient client = LiveClient.hocuspocus(port).send(token(ticket));
        hears(client, "Authenticated[scope=read-write]");
        client.send(
                new HocuspocusMessage.Auth(
                        other.toString(), new HocuspocusMessage.Token(ticket, null)));
        hears(client, "Denied[reason=permission-denied]");
        assertThat(tickets.open(ticket.substring(0, ticket.length() - 2) + "AA")).isEmpty();
        var old = new Tickets.Ticket(login, document, java.time.Instant.EPOCH);
        assertThat(tickets.open(tickets.seal(old))).isEmpty();
    }

    @Test
    void a_ticket_tells_nothing() {
        LoginId login = loginOf(association.bekir());
        String ticket = tickets.seal(tickets.issue(login, document));
        assertThat(tickets.open(ticket)).get().extracting("login").isEqualTo(login);
        byte[] bytes = Base64.getUrlDecoder().decode(ticket.substring("rft_".length()));
        for (UUID told :
                List.of(login.value(), document.value(), association.bekir().id().value())) {
            byte[] raw =
                    ByteBuffer.allocate(16)
                            .putLong(told.getMostSignificantBits())
                            .putLong(told.getLeastSignificantBits())
                            .array();
            assertThat(text(bytes)).doesNotContain(text(raw), told.toString());
        }
    }

    @Test
    void a_ticket_issued_before_logging_out_opens_no_socket_afterwards() {
        Member bekir = association.bekir();
        LoginId login = loginOf(bekir);
        String ticket = tickets.seal(tickets.issue(login, document));
        logins.end(bekir.id(), login);
        assertThat(LiveClient.yWebsocket(port, name, ticket).closeCode()).isEqualTo(4401);
        LiveClient client = LiveClient.hocuspocus(port).send(token(ticket));
        hears(client, "Denied[reason=permission-denied]");
    }

    /// Whoever comes in at the moment of logging out is asked again after she is listed.
    @Test
    void who_was_recognised_before_her_proof_ended_may_do_nothing_afterwards() {
        Member bekir = association.bekir();
        LoginId login = loginOf(bekir);
        Visitor browser =
                doorkeeper.recognise(tickets.seal(tickets.issue(login, document))).orElseThrow();
        var token = tokens.create(association.logIn(bekir.id()));
        Visitor machine = doorkeeper.recognise(token.token()).orElseThrow();
        for (Visitor visitor : List.of(browser, machine)) {
            assertThat(doorkeeper.accessOf(visitor, document)).isEqualTo(Access.WRITE);
        }
        logins.end(bekir.id(), login);
        tokens.revoke(bekir.id(), token.id());
        for (Visitor visitor : List.of(browser, machine)) {
            assertThat(doorkeeper.accessOf(visitor, document)).isEqualTo(Access.NONE);
        }
    }

    @Test
    void every_change_is_acknowledged_once_and_in_order() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        client.send(update(content("eins"))).send(update(NOTHING)).send(update(content("zwei")));
        await().until(() -> count(client, HocuspocusMessage.SyncStatus.class) == 3);
        assertThat(client.heardInHocuspocus())
                .filteredOn(HocuspocusMessage.SyncStatus.class::isInstance)
                .allMatch(status -> ((HocuspocusMessage.SyncStatus) status).taken());
        assertThat(documents.read(document, MemberId.random()).plainTitle())
                .contains("eins", "zwei");
    }

    @Test
    void a_reader_who_writes_is_refused_and_stays() {
        LiveClient reader = LiveClient.hocuspocus(port).send(token(association.clara()));
        reader.send(update(content("heimlich"))).send(update(NOTHING));
        await().until(() -> count(reader, HocuspocusMessage.SyncStatus.class) == 2);
        assertThat(reader.heardInHocuspocus().toString())
                .contains("SyncStatus[documentName=" + name + ", taken=false]", "taken=true");
        assertThat(reader.isOpen()).isTrue();
        assertThat(documents.read(document, MemberId.random()).plainTitle()).isEqualTo("Busse");

        LiveClient other =
                LiveClient.yWebsocket(port, name, association.tokenOf(association.clara()));
        other.send(new YWebsocketMessage.Sync(new SyncMessage.Update(content("heimlich"))));
        await().until(() ->
                other.heardInYWebsocket().stream()
                        .anyMatch(YWebsocketMessage.Auth.class::isInstance));
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void a_lost_right_ends_the_stay_at_once_and_one_that_returns_is_granted_on_the_spot() {
        Member writer = association.newcomer(Right.WRITE);
        String token = association.tokenOf(writer);
        LiveClient hocuspocus = LiveClient.hocuspocus(port).send(token(token));
        LiveClient yWebsocket = LiveClient.yWebsocket(port, name, token);
        hears(hocuspocus, "Authenticated[scope=read-write]");
        yWebsocket.send(new YWebsocketMessage.Sync(new SyncMessage.Step1(new byte[] {0})));
        await().until(() -> !yWebsocket.heardInYWebsocket().isEmpty());

        members.changeRight(association.anna().id(), writer.id(), Right.READ);

        assertThat(yWebsocket.closeCode()).isEqualTo(4403);
        hears(hocuspocus, "Denied[reason=permission-denied]");
        assertThat(hocuspocus.heardInHocuspocus())
                .anyMatch(HocuspocusMessage.Close.class::isInstance);
        hocuspocus.send(token(token));
        hears(hocuspocus, "Authenticated[scope=readonly]");

        hocuspocus.heard.clear();
        members.changeRight(association.anna().id(), writer.id(), Right.WRITE);
        hears(hocuspocus, "Authenticated[scope=read-write]");
        hocuspocus.send(update(content("wieder da")));
        await().until(() -> hocuspocus.heardInHocuspocus().toString().contains("taken=true"));
    }

    @Test
    void a_revoked_token_and_a_log_out_act_on_open_sockets_at_once() {
        Member writer = association.newcomer(Right.WRITE);
        var token = tokens.create(association.logIn(writer.id()));
        LiveClient machine = LiveClient.yWebsocket(port, name, token.token());
        LoginId login = loginOf(writer);
        String ticket = tickets.seal(tickets.issue(login, document));
        LiveClient browser = LiveClient.yWebsocket(port, name, ticket);
        for (LiveClient client : List.of(machine, browser)) {
            client.send(new YWebsocketMessage.Sync(new SyncMessage.Step1(new byte[] {0})));
            await().until(() -> !client.heard.isEmpty());
        }

        tokens.revoke(writer.id(), token.id());
        assertThat(machine.closeCode()).isEqualTo(4401);
        assertThat(browser.isOpen()).isTrue();

        logins.end(writer.id(), login);
        assertThat(browser.closeCode()).isEqualTo(4401);
    }

    @Test
    void unauthenticated_buffering_ends_early() {
        LiveClient client = LiveClient.hocuspocus(port);
        client.send(new byte[10_000]);
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void a_giant_frame_is_closed_with_1009() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        hears(client, "Authenticated[scope=read-write]");
        client.send(new byte[70_000]);
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void a_flood_is_closed_with_1008_and_the_room_goes_on_for_the_others() {
        LiveClient quiet = LiveClient.hocuspocus(port).send(token(association.clara()));
        LiveClient flood = LiveClient.hocuspocus(port).send(token(association.bekir()));
        hears(flood, "Authenticated[scope=read-write]");
        byte[] drop = update(NOTHING).encode();
        assertThat(IntStream.range(0, 100_000).allMatch(_ -> flood.trySend(drop))).isFalse();
        assertThat(flood.closeCode()).isEqualTo(1008);
        quiet.send(new HocuspocusMessage.Sync(name, new SyncMessage.Step1(new byte[] {0})));
        await().until(() -> count(quiet, HocuspocusMessage.Sync.class) == 2);
    }

    @Test
    void what_is_no_message_ends_the_connection_and_nothing_else() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        client.send(update(new byte[] {(byte) 0xff, 1, 2}));
        assertThat(client.closeCode()).isEqualTo(1007);
        LiveClient other = LiveClient.hocuspocus(port);
        other.send(new byte[] {1, 2});
        assertThat(other.closeCode()).isEqualTo(1007);
        LiveClient talker = LiveClient.hocuspocus(port);
        talker.sendText("hallo");
        assertThat(talker.closeCode()).isEqualTo(1003);
    }

    @Test
    void mutated_frames_harm_only_the_connection_they_come_by() {
        LiveClient witness = LiveClient.hocuspocus(port).send(token(association.clara()));
        hears(witness, "Authenticated");
        var random = new SplittableRandom(11);
        String token = association.tokenOf(association.bekir());
        LiveClient rogue = LiveClient.hocuspocus(port).send(token(token));
        byte[] frame = update(content("echt")).encode();
        for (int sent = 0; sent < 400; sent++) {
            byte[] bytes = frame.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (!rogue.isOpen()) {
                rogue = LiveClient.hocuspocus(port).send(token(token));
            }
            byte[] mutated =
                    Arrays.copyOf(
                            bytes,
                            random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            if (!rogue.trySend(mutated)) {
                rogue = LiveClient.hocuspocus(port).send(token(token));
            }
        }
        assertThat(witness.isOpen()).isTrue();
        LiveClient writer = LiveClient.hocuspocus(port).send(token(association.bekir()));
        writer.send(update(content("danach")));
        await().until(() -> count(writer, HocuspocusMessage.SyncStatus.class) == 1);
        witness.send(new HocuspocusMessage.Sync(name, new SyncMessage.Step1(new byte[] {0})));
        await().until(() -> count(witness, HocuspocusMessage.Sync.class) >= 2);
        assertThat(documents.read(document, MemberId.random()).plainTitle())
                .contains("Busse", "danach");
    }

    @Test
    void what_only_a_server_says_is_refused_from_clients() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        client.send(new HocuspocusMessage.BroadcastStateless(name, "an alle"));
        assertThat(client.closeCode()).isEqualTo(1008);
    }

    @Test
    void a_document_that_grows_too_large_takes_no_more() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        String much = "x".repeat(50_000);
        for (int part = 0; part < 6; part++) {
            client.send(update(content(much)));
        }
        await().until(() -> count(client, HocuspocusMessage.SyncStatus.class) == 6);
        assertThat(client.heardInHocuspocus().toString()).contains("taken=false");
        assertThat(client.isOpen()).isTrue();
    }

    /// A proxy gives up a server of which it hears nothing.
    @Test
    void who_hears_nothing_else_hears_that_the_server_is_there() {
        LiveClient client = LiveClient.hocuspocus(port).send(token(association.bekir()));
        hears(client, "Authenticated[scope=read-write]");
        await().until(client.pinged::isDone);
        assertThat(client.isOpen()).isTrue();
        client.send(update(content("noch da")));
        await().until(() -> client.heardInHocuspocus().toString().contains("taken=true"));
    }

    @Test
    void a_ping_is_answered() {
        LiveClient client = LiveClient.hocuspocus(port).send(new HocuspocusMessage.Ping());
        await().until(() -> client.heardInHocuspocus().contains(new HocuspocusMessage.Pong()));
    }

    @Test
    void nobody_speaks_for_another_client() {
        LiveClient bekir = LiveClient.hocuspocus(port).send(token(association.bekir()));
        LiveClient clara = LiveClient.hocuspocus(port).send(token(association.clara()));
        hears(clara, "Authenticated");
        bekir.send(present(1, 1, "{\"user\":{\"name\":\"Anna\"}}"));
        await().until(() -> clara.heardInHocuspocus().toString().contains("\"name\":\"Bekir\""));
        clara.send(present(2, 1, "{}")).send(present(1, 9, "{\"cursor\":\"gestohlen\"}"));
        await().until(() -> bekir.heardInHocuspocus().toString().contains("\"name\":\"Clara\""));
        Member stranger = association.newcomer(Right.READ);
        LiveClient thief = LiveClient.hocuspocus(port).send(token(stranger));
        hears(thief, "Authenticated");
        thief.send(present(1, 9, "{\"cursor\":\"gestohlen\"}")).send(present(3, 1, "{}"));
        hears(bekir, "\"name\":\"" + stranger.name() + "\"");
        assertThat(bekir.heardInHocuspocus().toString())
                .doesNotContain("gestohlen", "\"name\":\"Anna\"");
        assertThat(clara.isOpen()).isTrue();
    }

    @Test
    void who_leaves_is_gone_for_the_others() {
        LiveClient bekir = LiveClient.hocuspocus(port).send(token(association.bekir()));
        LiveClient clara = LiveClient.hocuspocus(port).send(token(association.clara()));
        hears(clara, "Authenticated");
        bekir.send(present(7, 3, "{}"));
        await().until(() -> clara.heardInHocuspocus().toString().contains("clientId=7, clock=3"));
        bekir.close();
        await().until(() ->
                clara.heardInHocuspocus()
                        .toString()
                        .contains("clientId=7, clock=3, stateJson=null"));
    }

    private static HocuspocusMessage update(String name, byte[] bytes) {
        return new HocuspocusMessage.Sync(name, new SyncMessage.Update(bytes));
    }

    private HocuspocusMessage update(byte[] bytes) {
        return update(name, bytes);
    }

    private HocuspocusMessage present(long client, long clock, String state) {
        return new HocuspocusMessage.Awareness(
                name, new AwarenessUpdate(List.of(new ClientState(client, clock, state))));
    }

    /// One character for each byte.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private LoginId loginOf(Member member) {
        return Objects.requireNonNull(association.logIn(member.id()).login());
    }

    private HocuspocusMessage token(Member member) {
        return token(association.tokenOf(member));
    }

    private HocuspocusMessage token(String token) {
        return new HocuspocusMessage.Auth(name, new HocuspocusMessage.Token(token, "4.8.0"));
    }

    private static byte[] content(String title) {
        return SharedDocument.firstContent(
                new FirstContent(title, List.of(new Run("\n", Map.of())), List.of()));
    }

    private static void hears(LiveClient client, String words) {
        await().until(() -> client.heardInHocuspocus().toString().contains(words));
    }

    private static long count(LiveClient client, Class<?> kind) {
        Predicate<Object> isKind = kind::isInstance;
        return client.heardInHocuspocus().stream().filter(isKind).count();
    }
}
