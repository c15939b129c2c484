package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Right;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.messaging.simp.stomp.StompConversionException;

/// What is no STOMP, or more than is taken, ends the connection by which it came, and nothing else.
@WorkspaceTest
class HostileFramesTests {

    private static final String TOPIC =
            "/topic/%s/%s".formatted(Subject.ASSOCIATION.type(), Subject.ASSOCIATION.id());

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private AccessTokens tokens;

    private String token;

    @BeforeEach
    void somebody() {
        token = association.tokenOf(association.newcomer(Right.READ));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEND\ndestination:/topic/association/00000000-0000-0000-0000-000000000000\n\nx^",
                "CONNECT\naccept-version:1.2\n\n^",
                "SUBSCRIBE\nid:1\n\n^",
                "SUBSCRIBE\ndestination:/topic/association/1\n\n^",
                "BEGIN\ntransaction:1\n\n^",
                "MESSAGE\nsubscription:1\n\n^",
                "HALLO\n\n^",
                "SUBSCRIBE\nohne Doppelpunkt\n\n^",
                "SUBSCRIBE\nid:\\x\n\n^",
                "SUBSCRIBE\nid:1\ncontent-length:-5\n\nabc^",
                "SUBSCRIBE\nid:1\ncontent-length:viel\n\nabc^",
                "SUBSCRIBE\nid:1\ncontent-length:99999999999\n\nabc^",
                "SUBSCRIBE\nid:1\ncontent-length:2147483647\n\nabc",
            })
    void what_is_no_frame_or_cannot_be_said_here_is_answered_by_an_error(String frame) {
        BareClient client = BareClient.connected(port, token);
        client.say(frame).hears("ERROR\n");
        assertThat(client.closeCode()).isEqualTo(1007);
    }

    @Test
    void who_has_not_said_who_she_is_follows_nothing() {
        BareClient client =
                new BareClient(port).say("SUBSCRIBE\nid:1\ndestination:" + TOPIC + "\n\n^");
        client.hears("NOT_CONNECTED");
        assertThat(client.closeCode()).isEqualTo(1007);
        BareClient other =
                new BareClient(port)
                        .say("CONNECT\naccept-version:1.2\nAuthorization:Bearer falsch\n\n^");
        other.hears("NOT_AUTHENTICATED");
        assertThat(other.closeCode()).isEqualTo(4401);
        BareClient nobody = new BareClient(port).say("CONNECT\naccept-version:1.2\n\n^");
        nobody.hears("NOT_AUTHENTICATED");
        assertThat(nobody.closeCode()).isEqualTo(4401);
        assertThat(new BareClient(port).closeCode()).isEqualTo(4408);
    }

    @Test
    void a_version_that_nobody_knows_is_not_spoken() {
        for (String version : List.of("accept-version:3.0\n", "accept-version:1.0\n", "")) {
            BareClient client =
                    new BareClient(port)
                            .say("CONNECT\n" + version + "Authorization:Bearer " + token + "\n\n^");
            client.hears("VERSION_NOT_SUPPORTED");
            assertThat(client.closeCode()).isEqualTo(1007);
        }
        new BareClient(port)
                .say("STOMP\naccept-version:1.0, 1.1\nAuthorization:Bearer " + token + "\n\n^")
                .hears("version:1.1\n");
    }

    @Test
    void one_name_stands_for_one_subscription() {
        BareClient client = BareClient.connected(port, token);
        client.say(subscribe("1", TOPIC)).hears("following").say(subscribe("1", TOPIC));
        client.hears("SUBSCRIBED_ALREADY");
        assertThat(client.closeCode()).isEqualTo(1007);
        BareClient other = BareClient.connected(port, token);
        other.say(subscribe("1", TOPIC)).hears("following");
        other.say("UNSUBSCRIBE\nid:1\nreceipt:weg\n\n^").hears("RECEIPT\nreceipt-id:weg");
        other.say(subscribe("1", TOPIC));
        await().until(() ->
                other.heard.stream().filter(frame -> frame.contains("following")).count() == 2);
    }

    @Test
    void frames_come_in_pieces_several_at_once_and_as_bytes() {
        BareClient client = BareClient.connected(port, token);
        String both = subscribe("ä", TOPIC) + "\n\n" + subscribe("2", TOPIC + "x");
        byte[] bytes = BareClient.bytes(both);
        for (byte one : bytes) {
            client.say(new byte[] {one});
        }
        client.hears("subscription:ä\n").hears("refused");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void a_frame_without_end_is_not_kept() {
        BareClient client = BareClient.connected(port, token);
        String header = "x".repeat(900) + ":y\n";
        client.say("SUBSCRIBE\n");
        IntStream.range(0, 30).forEach(_ -> client.trySay(header));
        assertThat(client.closeCode()).isIn(1007, 1009);
    }

    @Test
    void of_a_frame_that_never_ends_only_its_bytes_are_kept() {
        var frames = new Frames(16_000);
        assertThat(frames.read(BareClient.bytes("SUBSCRIBE\ncontent-length:16000\n\n"))).isEmpty();
        int kept = frames.halfRead();
        for (int nothing = 0; nothing < 1_000; nothing++) {
            assertThat(frames.read(new byte[0])).isEmpty();
        }
        assertThat(frames.halfRead()).isEqualTo(kept);
        assertThatThrownBy(() -> frames.read(new byte[16_000]))
                .isInstanceOf(StompConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,9223372036854775807", "-5,-5", "9223372036854775807,1"})
    void whatever_signs_of_life_are_asked_for_a_token_that_is_revoked_ends(String heartbeat) {
        var known = tokens.create(association.logIn(association.newcomer(Right.READ).id()));
        BareClient client =
                new BareClient(port)
                        .say(
                                "CONNECT\naccept-version:1.2\nheart-beat:"
                                        + heartbeat
                                        + "\nAuthorization:Bearer "
                                        + known.token()
                                        + "\n\n^")
                        .hears("CONNECTED\n");
        client.say(subscribe("1", TOPIC)).hears("following");
        MemberId whose = tokens.find(known.token()).orElseThrow().member();
        tokens.revoke(whose, known.id());
        client.hears("LOGGED_OUT");
        assertThat(client.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_name_of_a_subscription_is_short() {
        BareClient client = BareClient.connected(port, token);
        client.say(subscribe("x".repeat(101), TOPIC)).hears("MALFORMED_FRAME");
    }

    @Test
    void many_frames_in_one_message_are_as_many_as_in_many() {
        expectFlood("ACK\nid:1\n\n^".repeat(1_000), 10);
    }

    @Test
    void line_breaks_without_end_are_a_flood() {
        expectFlood("\n".repeat(15_000), 2_000);
    }

    @Test
    void what_was_said_comes_before_the_end() {
        for (int time = 0; time < 10; time++) {
            BareClient client = BareClient.connected(port, token);
            StringBuilder frames = new StringBuilder();
            IntStream.range(0, 20).forEach(id -> frames.append(subscribe("n" + id, TOPIC)));
            client.say(frames + "SEND\ndestination:/topic/x\n\n^").hears("NOTHING_CAN_BE_SENT");
            assertThat(client.heard.stream().filter(frame -> frame.contains("following")).count())
                    .isEqualTo(20);
            client.closeCode();
        }
    }

    @Test
    void who_loses_her_token_hears_of_the_end_of_each_subscription() {
        for (int time = 0; time < 5; time++) {
            MemberId member = association.newcomer(Right.READ).id();
            var known = tokens.create(association.logIn(member));
            BareClient client = BareClient.connected(port, known.token());
            IntStream.range(0, 30).forEach(id -> client.say(subscribe("n" + id, TOPIC)));
            client.hears("subscription:n29");
            tokens.revoke(member, known.id());
            assertThat(client.closeCode()).isEqualTo(4401);
            assertThat(client.heard.stream().filter(frame -> frame.contains("LOGGED_OUT")).count())
                    .isEqualTo(30);
        }
    }

    @Test
    void ten_megabytes_are_not_taken() {
        BareClient client = BareClient.connected(port, token);
        client.trySay("SUBSCRIBE\nid:" + "x".repeat(10_000_000));
        assertThat(client.closeCode()).isIn(1009, 1006);
    }

    @Test
    void a_name_with_a_line_break_goes_back_as_it_came() {
        BareClient client = BareClient.connected(port, token);
        client.say(subscribe("a\\nMESSAGE\\c", TOPIC)).hears("subscription:a\\nMESSAGE\\c\n");
    }

    @Test
    void nobody_follows_more_topics_than_she_may_and_the_others_live_on() {
        BareClient client = BareClient.connected(port, token);
        IntStream.rangeClosed(1, 41).forEach(id -> client.say(subscribe("" + id, TOPIC)));
        client.hears("TOO_MANY_TOPICS");
        assertThat(client.isOpen()).isTrue();
        assertThat(client.heard.stream().filter(frame -> frame.contains("following")).count())
                .isEqualTo(40);
        client.say("UNSUBSCRIBE\nid:7\n\n^").say(subscribe("neu", TOPIC)).hears("subscription:neu");
        BareClient elsewhere = BareClient.connected(port, token);
        elsewhere.say(subscribe("1", TOPIC)).hears("TOO_MANY_TOPICS");
        client.close();
        await().until(() -> {
            elsewhere.say(subscribe(String.valueOf(System.nanoTime()), TOPIC));
            return elsewhere.heard.stream().anyMatch(frame -> frame.contains("following"));
        });
    }

    @Test
    void a_hundred_thousand_subscriptions_are_a_flood() {
        BareClient client = BareClient.connected(port, token);
        assertThat(
                        IntStream.range(0, 100_000)
                                .allMatch(id -> client.trySay(subscribe("n" + id, TOPIC))))
                .isFalse();
        assertThat(client.closeCode()).isIn(1008, 1006);
    }

    private void expectFlood(String message, int times) {
        BareClient client = BareClient.connected(port, token);
        for (int time = 0; time < times; time++) {
            client.trySay(message);
        }
        assertThat(client.closeCode()).isIn(1008, 1006);
    }

    private static String subscribe(String id, String topic) {
        return "SUBSCRIBE\nid:%s\ndestination:%s\n\n^".formatted(id, topic);
    }
}
