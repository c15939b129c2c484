package org.rotfaden.realtime.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rotfaden.OwnBeans;
import org.rotfaden.activity.Watch;
import org.rotfaden.beat.PretendStandstill;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.SomeLimits;
import org.rotfaden.realtime.socket.Attendance;
import org.rotfaden.realtime.socket.OpenConversations;
import org.rotfaden.realtime.socket.PretendSocket;
import org.rotfaden.security.Subject;
import org.springframework.context.ApplicationContext;

/// A door of its own to what happens in the workspace, with other limits, and without a network: a
/// test says when its server stands still, and in which order things happen.
final class PretendDoor implements AutoCloseable {

    final PretendStandstill server = new PretendStandstill();
    final OpenConversations open;
    private final StompSocketHandler handler;

    PretendDoor(ApplicationContext workspace, Map<String, String> limits) {
        var beans = new OwnBeans(workspace);
        beans.put("rotfaden.live-" + LiveLimits.class.getName(), SomeLimits.with(limits));
        beans.put("standstill", server.standstill);
        beans.put("watch", mock(Watch.class));
        beans.make(
                Attendance.class,
                OpenConversations.class,
                FollowedTopics.class,
                Spectators.class,
                StompServices.class,
                StompSocketHandler.class);
        open = beans.get(OpenConversations.class);
        handler = beans.get(StompSocketHandler.class);
        open.start();
    }

    @Override
    public void close() {
        open.stop();
    }

    /// Somebody at this door.
    final class Client {

        final PretendSocket socket = new PretendSocket(handler, StompSocketHandler.ADDRESS);

        Client() {
            socket.open();
        }

        Client connect(String token, String heartbeat) {
            return say(
                    "CONNECT\naccept-version:1.2\nheart-beat:%s\nAuthorization:Bearer %s\n\n^"
                            .formatted(heartbeat, token));
        }

        Client follow(Subject subject) {
            return say(
                    "SUBSCRIBE\nid:1\ndestination:/topic/%s/%s\n\n^"
                            .formatted(subject.type(), subject.id()));
        }

        Client say(String frames) {
            socket.say(BareClient.bytes(frames));
            return this;
        }

        /// Waits for a frame that holds this.
        Client hears(String words) {
            await().until(() -> hasHeard(words));
            return this;
        }

        boolean hasHeard(String words) {
            return socket.heard.stream()
                    .anyMatch(frame -> new String(frame, UTF_8).contains(words));
        }

        long signsOfLife() {
            return socket.heard.stream().filter(frame -> frame.length == 1).count();
        }

        int closeCode() {
            return socket.closed.orTimeout(10, TimeUnit.SECONDS).join().getCode();
        }
    }
}
