package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.MemberId;

/// A node that has room for 100 bytes of documents, 40 rooms and stays and 10,000 bytes of newest
/// updates.
class RoomMemoryTests {

    private static final int ROOMS = 20;

    private final AtomicLong documents = new AtomicLong();
    private final RoomMemory memory = new RoomMemory(documents::get, 100, 40, 10_000);
    private final MemberId everywhere = MemberId.random();
    private final MemberId atHome = MemberId.random();

    @Test
    void who_is_in_many_rooms_leaves_the_last_quarter_to_others() {
        for (int stay = 0; stay < 10; stay++) {
            assertThat(memory.admits(everywhere, ROOMS, true)).isTrue();
            memory.begin(everywhere);
        }
        assertThat(memory.admits(everywhere, ROOMS, true)).isFalse();
        assertThat(memory.admits(atHome, ROOMS, true)).isTrue();
        memory.end(everywhere);
        assertThat(memory.admits(everywhere, ROOMS, true)).isTrue();
        for (int other = 0; other < 11; other++) {
            memory.begin(MemberId.random());
        }
        assertThat(memory.admits(atHome, ROOMS, true)).isFalse();
    }

    @Test
    void so_it_is_with_documents_but_for_those_that_are_open() {
        for (int stay = 0; stay < RoomMemory.FEW; stay++) {
            memory.begin(everywhere);
        }
        documents.set(75);
        assertThat(memory.admits(everywhere, 0, false)).isFalse();
        assertThat(memory.admits(everywhere, 0, true)).isTrue();
        assertThat(memory.admits(atHome, 0, false)).isTrue();
        documents.set(100);
        assertThat(memory.admits(atHome, 0, false)).isFalse();
        assertThat(memory.admits(atHome, 0, true)).isTrue();
    }

    @Test
    void who_opens_many_at_once_leaves_the_last_quarter_too() {
        for (int stay = 0; stay < 10; stay++) {
            assertThat(memory.admits(everywhere, ROOMS, false)).isTrue();
            memory.begin(everywhere);
        }
        memory.begin(atHome);
        documents.set(75);
        assertThat(memory.hasSpaceFor(everywhere)).as("when its turn comes").isFalse();
        assertThat(memory.hasSpaceFor(atHome)).isTrue();
        assertThat(memory.hasSpaceFor(null)).isTrue();
        documents.set(100);
        assertThat(memory.hasSpaceFor(atHome)).isFalse();
    }

    @Test
    void newest_updates_are_bounded_for_all_rooms_together() {
        RecentUpdates busy = new RecentUpdates(1_000, 1 << 20, memory);
        RecentUpdates small = new RecentUpdates(1_000, 1 << 20, memory);
        add(busy, 9);
        assertThat(busy.held()).isGreaterThan(9_000);
        add(small, 4);
        busy.shrink();
        small.shrink();
        assertThat(busy.held()).isLessThan(6_000);
        assertThat(small.held()).as("less than its part").isGreaterThan(4_000);
        add(busy, 20);
        assertThat(busy.held()).isLessThan(7_000);
        busy.clear();
        add(small, 4);
        assertThat(small.held()).isGreaterThan(8_000);
    }

    @Test
    void many_small_updates_leave_no_large_ring_behind() {
        RecentUpdates room = new RecentUpdates(4_096, 1 << 20, memory);
        add(room, 9);
        for (int update = 0; update < 1_000; update++) {
            room.add(new byte[0], null);
        }
        int busy = room.places();
        room.clear();
        room.shrink();
        assertThat(room.places()).isLessThan(busy).isEqualTo(16);
        add(room, 40);
        assertThat(room.held()).isGreaterThan(4_000);
    }

    private static void add(RecentUpdates room, int updates) {
        for (int update = 0; update < updates; update++) {
            room.add(new byte[900], null);
        }
    }
}
