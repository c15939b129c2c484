package org.rotfaden.realtime.rooms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What all rooms of this node take together: their documents outside of the heap, themselves with
/// everybody who is in them, and their newest updates. The last quarter of it is for those who are
/// in few rooms.
@Component
final class RoomMemory {

    /// In so many rooms somebody is who writes and reads with her own hands.
    static final int FEW = 8;

    /// What a room takes on the heap, and what a stay in one takes, in bytes.
    private static final long PLACE = 8 << 10;

    private final LongSupplier documents;
    private final long mostDocuments;
    private final int mostPlaces;
    private final long mostRecent;
    private final Map<MemberId, Integer> staysOfMembers = new ConcurrentHashMap<>();
    private final AtomicInteger stays = new AtomicInteger();
    private final AtomicLong recent = new AtomicLong();
    private final AtomicInteger keeping = new AtomicInteger();

    @Autowired
    RoomMemory(LiveLimits limits) {
        this(
                SharedDocument::heldByAll,
                limits.mostDocuments(),
                SpareMemory.ROOMS.holds(PLACE),
                SpareMemory.RECENT_UPDATES.bytes());
    }

    /// @param documents how many bytes all documents hold
    /// @param mostDocuments how many they may
    /// @param mostPlaces how many rooms and stays there may be together
    /// @param mostRecent how many bytes of newest updates may be kept
    RoomMemory(LongSupplier documents, long mostDocuments, int mostPlaces, long mostRecent) {
        this.documents = documents;
        this.mostDocuments = mostDocuments;
        this.mostPlaces = mostPlaces;
        this.mostRecent = mostRecent;
    }

    void begin(MemberId member) {
        stays.incrementAndGet();
        staysOfMembers.merge(member, 1, Integer::sum);
    }

    void end(MemberId member) {
        stays.decrementAndGet();
        staysOfMembers.computeIfPresent(member, (_, count) -> count == 1 ? null : count - 1);
    }

    /// Whether somebody may be in one more room.
    ///
    /// @param rooms how many there are
    /// @param isOpen whether that one is among them, with its document
    boolean admits(MemberId member, int rooms, boolean isOpen) {
        boolean whole = staysOfMembers.getOrDefault(member, 0) < FEW;
        return rooms + stays.get() < share(mostPlaces, whole)
                && (isOpen || documents.getAsLong() < share(mostDocuments, whole));
    }

    /// Whether rooms are to be let go in which nobody is.
    boolean isScarce(int rooms) {
        return rooms + stays.get() >= share(mostPlaces, false)
                || documents.getAsLong() >= share(mostDocuments, false);
    }

    /// Whether even those documents that are open may not grow any more.
    boolean isFull() {
        return documents.getAsLong() >= 2 * mostDocuments;
    }

    /// Whether a document may be read now for somebody, or for the node itself. What is read at the
    /// same time is not there yet: this is asked again when a document's turn has come.
    boolean hasSpaceFor(@Nullable MemberId reader) {
        boolean whole = reader == null || isInFewRooms(reader);
        return documents.getAsLong() < share(mostDocuments, whole);
    }

    /// A room keeps more of its newest updates, or less.
    void keep(long before, long now) {
        recent.addAndGet(now - before);
        keeping.addAndGet((before > 0 ? -1 : 0) + (now > 0 ? 1 : 0));
    }

    /// How much a room may keep of its newest updates: as it likes, until all together keep too
    /// much; then its even part, so that who writes much takes nothing from others.
    long mostRecentOfOne() {
        return recent.get() <= mostRecent
                ? Long.MAX_VALUE
                : mostRecent / Math.max(1, keeping.get());
    }

    private boolean isInFewRooms(MemberId member) {
        return staysOfMembers.getOrDefault(member, 0) <= FEW;
    }

    private static long share(long all, boolean whole) {
        return whole ? all : all / 4 * 3;
    }
}
