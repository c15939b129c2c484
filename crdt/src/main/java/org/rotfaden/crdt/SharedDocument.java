package org.rotfaden.crdt;

import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.internal.Native;
import org.rotfaden.crdt.protocol.Lib0Reader;
import org.rotfaden.crdt.protocol.Lib0Writer;

/// A document that many write at once (a Yjs document). Updates may come in any order and more than
/// once; documents that have seen the same updates hold the same words.
///
/// Safe to use from many threads; calls run one at a time. Its memory lies outside of the heap and
/// is given back by [#close()]; a document that nobody holds any more is freed some time later.
public final class SharedDocument implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final byte[] NOTHING = {};
    private static final byte[] EMPTY_STATE_VECTOR = {0};
    private static final int THERE = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final long handle;
    private final Cleaner.Cleanable memory;
    private boolean closed;

    private SharedDocument(long handle) {
        this.handle = handle;
        this.memory = CLEANER.register(this, () -> Native.destroy(handle));
    }

    /// A document without content.
    public static SharedDocument empty() {
        long handle = Native.create();
        if (handle == 0) {
            throw new NativeFailure("No document could be made");
        }
        return new SharedDocument(handle);
    }

    /// A document with the content of an update, for example a [#snapshot()].
    ///
    /// @throws InvalidUpdate when the bytes are none
    public static SharedDocument of(byte[] state) {
        SharedDocument document = empty();
        try {
            document.apply(state);
            return document;
        } catch (CrdtException refused) {
            document.close();
            throw refused;
        }
    }

    /// The update that a new document begins with: the roots `title`, `text` and `reason`, where
    /// the lines of text and reason end with a line break, and the version of this shape in the
    /// root `meta`. To be made once per document: the same content made twice would stand there
    /// twice.
    public static byte[] firstContent(FirstContent content) {
        var out = new Lib0Writer();
        out.writeString(content.title());
        writeRuns(out, content.text());
        writeRuns(out, content.reason());
        return checked(Native.firstContent(out.toBytes()), InvalidUpdate::new);
    }

    /// How many bytes all documents of this process hold outside of the heap.
    public static long heldByAll() {
        return Native.held();
    }

    /// Several updates as one that does the same.
    ///
    /// @throws InvalidUpdate when one of them is none
    public static byte[] merge(List<byte[]> updates) {
        return checked(Native.merge(updates.toArray(byte[][]::new)), InvalidUpdate::new);
    }

    /// Applies an update. What cannot be applied yet, because other updates are missing, is kept
    /// until they come.
    ///
    /// @throws InvalidUpdate when the bytes are none; the document is as it was
    public Applied apply(byte[] update) {
        return switch (call(open -> Native.apply(open, update), InvalidUpdate::new)[0]) {
            case 0 -> Applied.NOTHING_NEW;
            case 1 -> Applied.CHANGED;
            default -> Applied.PARKED;
        };
    }

    /// Whether an update holds anything that this document does not, without applying it.
    ///
    /// @throws InvalidUpdate when the bytes are none
    public boolean brings(byte[] update) {
        return call(open -> Native.brings(open, update), InvalidUpdate::new)[0] != 0;
    }

    /// What this document has seen, without what is parked.
    public byte[] stateVector() {
        return call(open -> Native.stateVector(open, NOTHING), InvalidStateVector::new);
    }

    /// All that somebody with this state vector lacks, parked updates included.
    ///
    /// @throws InvalidStateVector when the bytes are none
    public byte[] diff(byte[] stateVector) {
        return call(open -> Native.diff(open, stateVector), InvalidStateVector::new);
    }

    /// The whole state, parked updates included.
    public byte[] snapshot() {
        return diff(EMPTY_STATE_VECTOR);
    }

    /// The runs of a text root: its Delta.
    public List<Run> delta(String root) {
        byte[] name = root.getBytes(StandardCharsets.UTF_8);
        return readRuns(new Lib0Reader(call(open -> Native.runs(open, name), InvalidUpdate::new)));
    }

    /// A text root without its attributes and embeds.
    public String text(String root) {
        return delta(root).stream()
                .map(Run::insert)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining());
    }

    /// A text root line by line.
    public List<Line> lines(String root) {
        return Line.of(delta(root));
    }

    /// Where passages are now. Those are missing whose words are deleted, and those that name
    /// nothing which this document holds.
    public Map<Passage, Passage.Place> places(Collection<Passage> passages) {
        List<Passage> asked = List.copyOf(new LinkedHashSet<>(passages));
        var out = new Lib0Writer();
        out.writeVarUint(asked.size());
        asked.forEach(passage -> write(out, passage));
        byte[] question = out.toBytes();
        var in = new Lib0Reader(call(open -> Native.places(open, question), InvalidPassage::new));
        Map<Passage, Passage.Place> places = new LinkedHashMap<>();
        for (Passage passage : asked) {
            if (in.readByte() == THERE) {
                places.put(
                        passage,
                        new Passage.Place(
                                (int) in.readVarUint(), (int) in.readVarUint(), in.readString()));
            }
        }
        return places;
    }

    /// Where a passage is now, unless its words are deleted or are none of this document.
    public Optional<Passage.Place> place(Passage passage) {
        return Optional.ofNullable(places(List.of(passage)).get(passage));
    }

    /// The passage between two indexes, counted in UTF-16 units.
    ///
    /// @throws InvalidPassage when nothing stands between them, or one of them cuts a character
    public Passage passage(Root root, int from, int to) {
        if (from < 0 || to < 0) {
            throw new InvalidPassage("an index is out of range");
        }
        var out = new Lib0Writer();
        out.writeString(root.key());
        out.writeVarUint(from);
        out.writeVarUint(to);
        byte[] question = out.toBytes();
        var in = new Lib0Reader(call(open -> Native.passage(open, question), InvalidPassage::new));
        return new Passage(
                root,
                new UnitId(in.readVarUint(), in.readVarUint()),
                new UnitId(in.readVarUint(), in.readVarUint()));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            memory.clean();
        } finally {
            lock.unlock();
        }
    }

    private byte[] call(LongFunction<byte[]> operation, Function<String, CrdtException> refusal) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The document is closed");
            }
            return checked(operation.apply(handle), refusal);
        } finally {
            lock.unlock();
        }
    }

    private static byte[] checked(byte[] raw, Function<String, CrdtException> refusal) {
        Native.Answer answer = Native.answer(raw);
        return switch (answer.status()) {
            case WELL -> answer.content();
            case REFUSED -> throw refusal.apply(answer.sentence());
            case FAILED -> throw new NativeFailure(answer.sentence());
        };
    }

    private static void write(Lib0Writer out, Passage passage) {
        out.writeString(passage.root().key());
        out.writeVarUint(passage.first().client());
        out.writeVarUint(passage.first().clock());
        out.writeVarUint(passage.last().client());
        out.writeVarUint(passage.last().clock());
    }

    private static void writeRuns(Lib0Writer out, List<Run> runs) {
        out.writeVarUint(runs.size());
        for (Run run : runs) {
            out.writeAny(run.insert());
            out.writeAny(run.attributes());
        }
    }

    private static List<Run> readRuns(Lib0Reader in) {
        long count = in.readVarUint();
        List<Run> runs = new ArrayList<>();
        for (long read = 0; read < count; read++) {
            Object insert = in.readAny();
            runs.add(new Run(insert == null ? "" : insert, attributes(in.readAny())));
        }
        return runs;
    }

    private static Map<String, Object> attributes(@Nullable Object any) {
        Map<String, Object> attributes = new TreeMap<>();
        if (any instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> {
                if (value != null) {
                    attributes.put((String) key, value);
                }
            });
        }
        return attributes;
    }
}
