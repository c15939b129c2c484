package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.realtime.DocumentEvent;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever owns a document hears that it changed, sooner or later.
@WorkspaceTest
class TellingTests {

    @Autowired private UpdateLog log;
    @Autowired private Snapshots snapshots;
    @Autowired private Bus bus;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private MotionCatalogue motions;
    @Autowired private JdbcClient jdbc;
    @Autowired private Association association;

    private final LiveLimits limits =
            SomeLimits.with(Map.of("quiet", "100ms", "busy", "200ms", "idle", "0s"));
    private final MovableClock clock = new MovableClock();
    private final Set<DocumentId> deaf = ConcurrentHashMap.newKeySet();
    private final Queue<DocumentEvent.Changed> told = new ConcurrentLinkedQueue<>();
    private MotionSummary motion;
    private DocumentId document;
    private Rooms rooms;

    @BeforeEach
    void a_node() {
        motion = association.motion("Busse");
        document = motion.document();
        rooms = node();
    }

    @AfterEach
    void no_node() {
        rooms.stop();
    }

    @Test
    void what_could_not_be_told_is_told_later_though_nobody_writes_any_more() {
        rooms.start();
        deaf.add(document);
        write("Mehr ");
        await().until(() -> attempts() > 0);
        await().until(() -> !rooms.isOpen(document));
        int before = attempts();
        await().until(() -> attempts() > before);
        deaf.clear();
        await().untilAsserted(() -> assertThat(title()).contains("Mehr"));
        await().until(() -> untold(document) == 0);
    }

    @Test
    void the_moment_of_a_change_is_that_of_the_edit_however_late_one_hears_of_it() {
        rooms.start();
        deaf.add(document);
        write("Mehr ");
        await().until(() -> attempts() > 0);
        Instant edited = recordedAt();
        clock.show(edited.plus(Duration.ofHours(5)));
        rooms.stop();
        rooms = node();
        deaf.clear();
        rooms.start();
        await().untilAsserted(() -> assertThat(title()).contains("Mehr"));
        assertThat(
                        motions.get(association.anna().id(), motion.id())
                                .changed()
                                .truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(edited.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void one_document_that_nobody_can_read_keeps_no_other_from_being_told() {
        DocumentId lost = association.motion("Verloren").document();
        for (DocumentId each : List.of(lost, document)) {
            log.append(each, Peer.content("Mehr "), association.bekir().id()).join();
        }
        deaf.add(lost);
        rooms.start();
        await().untilAsserted(() -> assertThat(title()).contains("Mehr"));
        deaf.clear();
        await().until(() -> untold(lost) == 0);
    }

    /// Both see the change, and so does the sweep of each.
    @Test
    void two_nodes_with_the_document_open_tell_once() {
        Rooms other = node();
        rooms.start();
        other.start();
        Peer reader = new Peer(other, document, association.bekir().id(), new PlainFraming());
        write("Mehr ");
        await().until(() -> untold(document) == 0);
        await().untilAsserted(() -> assertThat(reader.title()).contains("Mehr"));
        await().pollDelay(Duration.ofMillis(800)).until(() -> true);
        assertThat(attempts()).isEqualTo(1);
        other.leave(reader.participant);
        other.stop();
    }

    private void write(String words) {
        Peer peer = new Peer(rooms, document, association.bekir().id(), new PlainFraming());
        peer.write(words);
        await().until(() -> peer.saved.size() == 1);
        rooms.leave(peer.participant);
    }

    private Rooms node() {
        return new Rooms(
                NodeId.random(),
                log,
                snapshots,
                bus,
                this::tell,
                limits,
                new RoomMemory(limits),
                clock);
    }

    /// Passes on what happened, but not of whom it is told not to.
    private void tell(Object event) {
        if (event instanceof DocumentEvent.Changed changed) {
            told.add(changed);
            if (deaf.contains(changed.document())) {
                throw new StackOverflowError("on purpose");
            }
        }
        events.publishEvent(event);
    }

    private int attempts() {
        return (int) told.stream().filter(each -> each.document().equals(document)).count();
    }

    private String title() {
        return motions.get(association.anna().id(), motion.id()).title();
    }

    private long untold(DocumentId which) {
        return jdbc.sql(
                        "select last_sequence - sequence from live_document join live_document_told"
                                + " on document_id = id where id = ?")
                .param(which.value())
                .query(Long.class)
                .single();
    }

    private Instant recordedAt() {
        return jdbc.sql(
                        "select recorded_at from live_document_update where document_id = ? and"
                                + " sequence = 2")
                .param(document.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
