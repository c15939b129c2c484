package org.rotfaden.realtime.rooms;

import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.MemberId;

/// A client in the same process that may stall, or fail.
final class Peer implements Outlet {

    final List<byte[]> received = new CopyOnWriteArrayList<>();
    final List<String> saved = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final List<String> present = new CopyOnWriteArrayList<>();
    final List<Ending> ended = new CopyOnWriteArrayList<>();
    final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    final Participant participant;
    volatile boolean stalled;
    volatile @Nullable Throwable failure;
    private final SharedDocument copy = SharedDocument.empty();

    Peer(Rooms node, DocumentId document, MemberId member, Framing framing) {
        participant = node.join(document, new Person(member, "Bekir"), Access.WRITE, framing, this);
        participant.receive(new SyncMessage.Step1(new byte[] {0}));
    }

    static byte[] content(String title) {
        return SharedDocument.firstContent(
                new FirstContent(title, List.of(new Run("\n", Map.of())), List.of()));
    }

    void write(String title) {
        receive(content(title));
    }

    void receive(byte[] update) {
        copy.apply(update);
        participant.receive(new SyncMessage.Update(update));
    }

    void say(long client, long clock, String state) {
        participant.receive(new AwarenessUpdate(List.of(new ClientState(client, clock, state))));
    }

    String title() {
        return text("title");
    }

    String text(String root) {
        return copy.text(root);
    }

    boolean eventually(String words) {
        await().until(() -> title().contains(words));
        return true;
    }

    @Override
    public synchronized void send(byte[] frame) {
        failOnPurpose();
        switch (frame[0]) {
            case 'u' -> {
                received.add(frame);
                copy.apply(Arrays.copyOfRange(frame, 1, frame.length));
            }
            case 's' -> saved.add("saved");
            case 'r' -> refused.add("refused");
            case 'p' -> present.add(new String(frame, java.nio.charset.StandardCharsets.UTF_8));
            default -> {
                // a question
            }
        }
    }

    @Override
    public synchronized void wake() {
        failOnPurpose();
        while (!stalled) {
            Optional<byte[]> frame =
                    participant == null ? Optional.empty() : participant.nextFrame();
            if (frame.isEmpty()) {
                return;
            }
            send(frame.get());
        }
    }

    @Override
    public boolean awaitSpace() {
        return true;
    }

    @Override
    public void end(Ending ending) {
        ended.add(ending);
    }

    private void failOnPurpose() {
        switch (failure) {
            case null -> {}
            case RuntimeException expected -> {
                failed.complete(expected);
                throw expected;
            }
            case Error error -> {
                failed.complete(error);
                throw error;
            }
            default -> throw new IllegalStateException(failure);
        }
    }
}
