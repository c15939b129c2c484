package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.UpdateLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// Tests with a node of their own beside that of the workspace, with limits of its own.
@WorkspaceTest
abstract class OneMoreNode {

    static final String MUCH = "x".repeat(20_000);

    @Autowired UpdateLog log;
    @Autowired Association association;
    @Autowired private Snapshots snapshots;
    @Autowired private Bus bus;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Clock clock;

    private final LiveLimits limits;
    Rooms rooms;
    DocumentId document;

    OneMoreNode(Map<String, String> limits) {
        this.limits = SomeLimits.with(limits);
    }

    @BeforeEach
    void one_more_node() {
        document = association.motion("Busse").document();
        rooms =
                new Rooms(
                        NodeId.random(),
                        log,
                        snapshots,
                        bus,
                        events,
                        limits,
                        memory(limits),
                        clock);
        rooms.start();
    }

    @AfterEach
    void no_more_node() {
        rooms.stop();
    }

    RoomMemory memory(LiveLimits mine) {
        return new RoomMemory(mine);
    }

    Peer peerIn(DocumentId room) {
        return new Peer(rooms, room, association.bekir().id(), new PlainFraming());
    }

    Peer inTheRoom() {
        Peer peer = peerIn(document);
        assertThat(peer.eventually("Busse")).isTrue();
        return peer;
    }
}
