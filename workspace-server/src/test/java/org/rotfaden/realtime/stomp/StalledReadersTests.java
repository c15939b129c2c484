package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.realtime.LiveConnections;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/// Readers that take nothing, more than the server has threads for processors and than may ask its
/// database at once, hold up nobody who follows the same.
@WorkspaceTest
class StalledReadersTests {

    private static final int READERS = 8;
    private static final int TIMES = 40;
    private static final int MOST_EVENTS = 400;

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private Activities activities;
    @Autowired private TransactionTemplate transaction;
    @Autowired private LiveConnections connections;

    @Test
    void who_takes_nothing_holds_up_nobody() throws IOException {
        MotionSummary motion = association.motion("Busse");
        List<StalledReader> readers = new ArrayList<>();
        try {
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(new StalledReader(port, token(), motion.id().subject()));
            }
            Follower takes = Follower.with(port, association.tokenOf(association.bekir()));
            Follower.Topic topic = takes.follow(motion.id().subject()).hears("following");
            long first = topic.heard.getFirst().get("version").asLong();
            int before = connections.following();
            int events = 0;
            while (connections.following() > before - READERS && events < MOST_EVENTS) {
                tell(new MotionEvent.Changed(motion.id(), motion.owner()));
                events++;
                int heard = events + 1;
                await().until(() -> topic.heard.size() == heard);
            }
            assertThat(connections.following())
                    .as("after those have gone for whom too much waited")
                    .isEqualTo(before - READERS);
            assertThat(topic.heard.stream().map(message -> message.get("version").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(first, first + events).boxed().toList());
            assertThat(takes.isConnected()).isTrue();
        } finally {
            for (StalledReader reader : readers) {
                reader.close();
            }
        }
    }

    /// Of a new member.
    private String token() {
        return association.tokenOf(association.newcomer(Right.READ));
    }

    private void tell(MotionEvent event) {
        transaction.executeWithoutResult(_ -> activities.tell(event));
    }

    /// Follows a topic many times over one connection and then reads no more.
    private static final class StalledReader {

        private final Socket socket = new Socket();

        StalledReader(int port, String token, Subject subject) throws IOException {
            socket.setReceiveBufferSize(100_000);
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress("localhost", port));
            write(
                    """
                    GET /live/stomp HTTP/1.1
                    Host: localhost:%d
                    Upgrade: websocket
                    Connection: Upgrade
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                    """
                            .formatted(port)
                            .replace("\n", "\r\n")
                            .getBytes(UTF_8));
            say("CONNECT\naccept-version:1.2\nAuthorization:Bearer " + token + "\n\n^");
            assertThat(awaits("CONNECTED")).doesNotContain("ERROR");
            for (int time = 0; time < TIMES; time++) {
                say(
                        "SUBSCRIBE\nid:%s\ndestination:/topic/%s/%s\n\n^"
                                .formatted(time + "€".repeat(95), subject.type(), subject.id()));
            }
            assertThat(awaits("subscription:" + (TIMES - 1))).doesNotContain("refused");
        }

        private void say(String frame) throws IOException {
            byte[] words = BareClient.bytes(frame);
            var message = new ByteArrayOutputStream();
            message.write(0x81);
            message.write(0x80 | 126);
            message.write(words.length >> 8);
            message.write(words.length);
            message.writeBytes(new byte[4]);
            message.writeBytes(words);
            write(message.toByteArray());
        }

        private void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /// @return all that was heard until these words
        private String awaits(String words) throws IOException {
            var heard = new StringBuilder();
            while (heard.indexOf(words) < 0) {
                int one = socket.getInputStream().read();
                if (one < 0) {
                    throw new IOException("closed after: " + heard);
                }
                heard.append((char) one);
            }
            return heard.toString();
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
