package org.rotfaden.realtime.rooms;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Entry(long number, byte[] update, @Nullable Participant author) {}

    private final int mostUpdates;
    private final long mostBytes;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Map<Long, Round> roundsToHead = new HashMap<>();
    private long head;
    private long bytes;

    RecentUpdates(int mostUpdates, long mostBytes) {
        this.mostUpdates = mostUpdates;
        this.mostBytes = mostBytes;
    }

    synchronized void add(byte[] update, @Nullable Participant author) {
        roundsToHead.clear();
        entries.addLast(new Entry(++head, update, author));
        bytes += update.length;
        while (entries.size() > mostUpdates || (bytes > mostBytes && entries.size() > 1)) {
            bytes -= entries.removeFirst().update().length;
        }
    }

    synchronized long head() {
        return head;
    }

    /// What follows a number, without the reader's own updates where it must not see them (or where
    /// there is nothing else).
    synchronized Reading after(long number, Participant reader) {
        if (number < head - entries.size()) {
            return new Reading.Behind();
        }
        List<Entry> unread = entries.stream().skip(entries.size() - (head - number)).toList();
        List<Entry> others = unread.stream().filter(entry -> entry.author() != reader).toList();
        if (others.isEmpty()) {
            return new Reading.UpTo(head, null);
        }
        boolean own = others.size() < unread.size();
        return new Reading.UpTo(
                head,
                own && reader.framing().echoesWhatIsSaved()
                        ? merged(others)
                        : roundsToHead.computeIfAbsent(number, _ -> merged(unread)));
    }

    private static Round merged(List<Entry> entries) {
        List<byte[]> updates = entries.stream().map(Entry::update).toList();
        return new Round(updates.size() == 1 ? updates.getFirst() : SharedDocument.merge(updates));
    }
}
