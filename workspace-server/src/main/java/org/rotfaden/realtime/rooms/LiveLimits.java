package org.rotfaden.realtime.rooms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.SpareMemory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much a client may ask of the server, checked before it costs memory or time.
///
/// @param frame the largest message from a client
/// @param frameBeforeAuthentication all that a client may send before it has proved who it is
/// @param authentication how long a client may take to prove who it is
/// @param document the largest live document
/// @param awarenessState the largest state of one client
/// @param updatesPerSecond sustained per connection; twice as many at once
/// @param messagesPerSecond of any kind, sustained per connection; twice as many at once
/// @param documentsInMemory what all open documents may take outside of the heap before no other is
///   opened; otherwise half as much as the heap. Those that are open may grow to twice of it.
/// @param answersPerSecond how much of documents a member may ask for, sustained
/// @param connectionsOfOneMember how many connections one member has at once; her open pages are
///   far fewer
/// @param documentsPerConnection how many documents one connection may carry
/// @param unsent what may wait for a slow peer before its connection ends
/// @param unsentPercent how much of the memory may wait for all peers of this node together;
///   otherwise their share of what is spare
/// @param stompFrame the largest frame of a client that follows topics
/// @param stompUnsent what may wait for a slow one of those before its connection ends
/// @param stompHeartbeat how often one of those is given a sign of life at most, and expected to
///   give one at most
/// @param topicsOfOneMember how many topics one member may follow at once, over all her connections
/// @param topics how many may be followed at this node; otherwise as many as its memory allows
/// @param backlog what may wait for its turn in one room before its writers are not read any more
/// @param unwritten what may wait for the database before connections end; otherwise as much as its
///   share of the memory
/// @param signOfLife how long nothing is said to a peer before it is told that the server is there
/// @param idle how long a room stays in memory after the last one left
/// @param quiet how long a changed document must lie still before others are told
/// @param busy when others are told at the latest
@ConfigurationProperties("rotfaden.live")
public record LiveLimits(
        @DefaultValue("4MB") DataSize frame,
        @DefaultValue("64KB") DataSize frameBeforeAuthentication,
        @DefaultValue("10s") Duration authentication,
        @DefaultValue("32MB") DataSize document,
        @DefaultValue("4KB") DataSize awarenessState,
        @DefaultValue("300") int updatesPerSecond,
        @DefaultValue("1000") int messagesPerSecond,
        @Nullable DataSize documentsInMemory,
        @DefaultValue("8MB") DataSize answersPerSecond,
        @DefaultValue("100") int connectionsOfOneMember,
        @DefaultValue("64") int documentsPerConnection,
        @DefaultValue("96MB") DataSize unsent,
        @Nullable Integer unsentPercent,
        @DefaultValue("16KB") DataSize stompFrame,
        @DefaultValue("1MB") DataSize stompUnsent,
        @DefaultValue("10s") Duration stompHeartbeat,
        @DefaultValue("1000") int topicsOfOneMember,
        @Nullable Integer topics,
        @DefaultValue("1MB") DataSize backlog,
        @Nullable DataSize unwritten,
        @DefaultValue("20s") Duration signOfLife,
        @DefaultValue("30s") Duration idle,
        @DefaultValue("2s") Duration quiet,
        @DefaultValue("10s") Duration busy) {

    /// What it costs to follow one, in bytes.
    private static final long A_TOPIC = 1_000;

    /// In bytes.
    public long mostDocuments() {
        return documentsInMemory == null
                ? Runtime.getRuntime().maxMemory() / 2
                : documentsInMemory.toBytes();
    }

    /// In bytes.
    public long mostUnsent() {
        return unsentPercent == null
                ? SpareMemory.UNSENT.bytes()
                : Runtime.getRuntime().maxMemory() / 100 * unsentPercent;
    }

    /// How many topics may be followed at this node.
    public int mostTopics() {
        return topics == null ? SpareMemory.TOPICS.holds(A_TOPIC) : topics;
    }

    /// In bytes.
    public long mostUnwritten() {
        return unwritten == null ? SpareMemory.UNWRITTEN.bytes() : unwritten.toBytes();
    }
}
