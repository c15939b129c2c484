package org.rotfaden.crdt;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Applies recorded single updates, or loads a document from its snapshot, and prints milliseconds
/// per run. Started by `benchmarks/documents`.
final class B4Benchmark {

    private B4Benchmark() {}

    @SuppressWarnings("SystemOut") // a benchmark prints what it saw
    public static void main(String[] arguments) throws IOException {
        List<byte[]> updates = updates(Path.of(arguments[1]));
        int runs = Integer.parseInt(arguments[2]);
        byte[] snapshot = snapshot(updates);
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            if (arguments[0].equals("apply")) {
                replay(updates).close();
            } else {
                SharedDocument.of(snapshot).close();
            }
            System.out.printf(Locale.ROOT, "%.1f%n", (System.nanoTime() - start) / 1e6);
        }
    }

    private static byte[] snapshot(List<byte[]> updates) {
        try (SharedDocument document = replay(updates)) {
            return document.snapshot();
        }
    }

    private static SharedDocument replay(List<byte[]> updates) {
        SharedDocument document = SharedDocument.empty();
        updates.forEach(document::apply);
        return document;
    }

    private static List<byte[]> updates(Path file) throws IOException {
        List<byte[]> updates = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(bytes))) {
            while (true) {
                updates.add(in.readNBytes(in.readInt()));
            }
        } catch (EOFException end) {
            return updates;
        }
    }
}
