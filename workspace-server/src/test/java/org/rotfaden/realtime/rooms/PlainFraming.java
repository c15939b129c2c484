package org.rotfaden.realtime.rooms;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.SyncMessage;

/// Frames that begin with what they are. Knows which answers to newcomers went out.
final class PlainFraming implements Framing {

    final Set<byte[]> answers =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    @Override
    public byte[] sync(SyncMessage message) {
        return switch (message) {
            case SyncMessage.Step1(byte[] known) -> framed('q', known);
            case SyncMessage.Step2(byte[] update) -> {
                answers.add(update);
                yield framed('u', update);
            }
            case SyncMessage.Update(byte[] update) -> framed('u', update);
        };
    }

    @Override
    public byte[] presence(AwarenessUpdate states) {
        return framed('p', states.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<byte[]> saved(byte[] update) {
        return Optional.of(framed('s', new byte[0]));
    }

    @Override
    public Optional<byte[]> refused(String reason) {
        return Optional.of(framed('r', new byte[0]));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean echoesWhatIsSaved() {
        return false;
    }

    private static byte[] framed(char kind, byte[] content) {
        byte[] frame = new byte[content.length + 1];
        frame[0] = (byte) kind;
        System.arraycopy(content, 0, frame, 1, content.length);
        return frame;
    }
}
