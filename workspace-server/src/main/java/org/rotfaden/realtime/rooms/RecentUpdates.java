package org.rotfaden.realtime.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;

/// The newest updates of a room, numbered from 1, from which every participant reads at its own
/// pace. What arrives while a peer is busy goes to it as one merged update. It holds a bounded
/// amount, less when all rooms together hold too much: whoever falls behind it must be brought up
/// to date from the document instead.
///
/// Written by the room's one writer, read by all connections at once.
final class RecentUpdates {

    /// What a reader gets: the number up to which it has then read, and what to send, if anything.
    sealed interface Reading {
        record UpTo(long number, @Nullable Round round) implements Reading {}

        record Behind() implements Reading {}
    }

    private record Entry(byte[] update, @Nullable Participant author) {

        long size() {
            return AROUND_AN_UPDATE + update.length;
        }
    }

    private static final int MOST_ROUNDS = 4;
    private static final int FIRST_UPDATES = 16;

    /// What an update takes besides its bytes.
    private static final long AROUND_AN_UPDATE = 128;

    private final int mostUpdates;
    private final long mostBytes;
    private final RoomMemory memory;
    private @Nullable Entry[] ring = new Entry[FIRST_UPDATES];
    private final Map<Long, Round> roundsToHead = new HashMap<>();

    /// The numbers of the newest update and of the one before the oldest that is still here.
    private long head;

    private long gone;

    /// What the updates take, and what is kept of them merged.
    private long bytes;

    private long merged;

    RecentUpdates(int mostUpdates, long mostBytes, RoomMemory memory) {
        this.mostUpdates = mostUpdates;
        this.mostBytes = mostBytes;
        this.memory = memory;
    }

    synchronized void add(byte[] update, @Nullable Participant author) {
        forgetRounds();
        if (head - gone == mostUpdates) {
            forgetOldest();
        } else if (head - gone == ring.length) {
            resize(2 * ring.length);
        }
        var entry = new Entry(update, author);
        ring[slot(++head)] = entry;
        keep(bytes + entry.size(), merged);
        while (isTooMuch() && head - gone > 1) {
            forgetOldest();
        }
    }

    /// Gives up what is more than this room's part. To be called now and then: those who keep up
    /// have read it.
    synchronized void shrink() {
        forgetRounds();
        while (isTooMuch()) {
            forgetOldest();
        }
        int places = ring.length;
        while (places > FIRST_UPDATES && head - gone <= places / 4) {
            places /= 2;
        }
        if (places < ring.length) {
            resize(places);
        }
    }

    /// Gives up all.
    synchronized void clear() {
        forgetRounds();
        while (head > gone) {
            forgetOldest();
        }
    }

    /// How much this room keeps, in bytes.
    synchronized long held() {
        return bytes + merged;
    }

    /// For how many updates there is a place.
    synchronized int places() {
        return ring.length;
    }

    synchronized long head() {
        return head;
    }

    /// What follows a number, without the reader's own updates where it must not see them (or where
    /// there is nothing else).
    synchronized Reading after(long number, Participant reader) {
        if (number < gone) {
            return new Reading.Behind();
        }
        List<Entry> unread =
                LongStream.rangeClosed(number + 1, head).mapToObj(this::entry).toList();
        List<Entry> others = unread.stream().filter(entry -> entry.author() != reader).toList();
        if (others.isEmpty()) {
            return new Reading.UpTo(head, null);
        }
        boolean own = others.size() < unread.size();
        return new Reading.UpTo(
                head,
                own && reader.framing().echoesWhatIsSaved()
                        ? merged(others)
                        : roundFrom(number, unread));
    }

    /// Most readers are at one of a few numbers; what the others get is theirs alone.
    private Round roundFrom(long number, List<Entry> unread) {
        Round known = roundsToHead.get(number);
        if (known != null) {
            return known;
        }
        Round round = merged(unread);
        if (roundsToHead.size() < MOST_ROUNDS) {
            roundsToHead.put(number, round);
            keep(bytes, merged + round.size());
        }
        return round;
    }

    private void forgetRounds() {
        roundsToHead.clear();
        keep(bytes, 0);
    }

    private boolean isTooMuch() {
        return bytes > Math.min(mostBytes, memory.mostRecentOfOne());
    }

    private void forgetOldest() {
        long size = entry(++gone).size();
        ring[slot(gone)] = null;
        keep(bytes - size, merged);
    }

    private void keep(long bytesNow, long mergedNow) {
        memory.keep(bytes + merged, bytesNow + mergedNow);
        bytes = bytesNow;
        merged = mergedNow;
    }

    private Entry entry(long number) {
        return Objects.requireNonNull(ring[slot(number)]);
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }

    /// A room in which little is written keeps little room for it.
    private void resize(int places) {
        List<Entry> kept = LongStream.rangeClosed(gone + 1, head).mapToObj(this::entry).toList();
        ring = new Entry[places];
        for (int place = 0; place < kept.size(); place++) {
            ring[slot(gone + 1 + place)] = kept.get(place);
        }
    }

    private static Round merged(List<Entry> entries) {
        List<byte[]> updates = entries.stream().map(Entry::update).toList();
        return new Round(updates.size() == 1 ? updates.getFirst() : SharedDocument.merge(updates));
    }
}
