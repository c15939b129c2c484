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
/// amount: whoever falls behind it must be brought up to date from the document instead.
///
/// Written by the room's one writer, read by all connections at once.
final class RecentUpdates {

    /// What a reader gets: the number up to which it has then read, and what to send, if anything.
    sealed interface Reading {
        record UpTo(long number, @Nullable Round round) implements Reading {}

        record Behind() implements Reading {}
    }

    private record Entry(byte[] update, @Nullable Participant author) {}

    private static final int MOST_ROUNDS = 4;

    private final long mostBytes;
    private final @Nullable Entry[] ring;
    private final Map<Long, Round> roundsToHead = new HashMap<>();

    /// The numbers of the newest update and of the one before the oldest that is still here.
    private long head;

    private long gone;
    private long bytes;

    RecentUpdates(int mostUpdates, long mostBytes) {
        this.mostBytes = mostBytes;
        this.ring = new Entry[mostUpdates];
    }

    synchronized void add(byte[] update, @Nullable Participant author) {
        roundsToHead.clear();
        if (head - gone == ring.length) {
            forgetOldest();
        }
        ring[slot(++head)] = new Entry(update, author);
        bytes += update.length;
        while (bytes > mostBytes && head - gone > 1) {
            forgetOldest();
        }
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
        }
        return round;
    }

    private void forgetOldest() {
        gone++;
        bytes -= entry(gone).update().length;
        ring[slot(gone)] = null;
    }

    private Entry entry(long number) {
        return Objects.requireNonNull(ring[slot(number)]);
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }

    private static Round merged(List<Entry> entries) {
        List<byte[]> updates = entries.stream().map(Entry::update).toList();
        return new Round(updates.size() == 1 ? updates.getFirst() : SharedDocument.merge(updates));
    }
}
