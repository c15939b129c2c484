package org.rotfaden.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A line between clients and the workspace that can be slow, cut and mended. What is on its way
/// when it is cut is lost. Where it leads to several nodes, it takes the first one that answers, or
/// each in its turn, as a proxy does.
final class Cable implements AutoCloseable {

    private final ServerSocket near;
    private final List<Integer> far;
    private final int step;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    /// A line to the first of some nodes that answers.
    Cable(Integer... far) {
        this(0, List.of(far));
    }

    /// A line to each of some nodes in its turn, if it answers.
    static Cable inTurn(List<Integer> far) {
        return new Cable(1, far);
    }

    private Cable(int step, List<Integer> far) {
        this.step = step;
        try {
            this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.far = far;
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + port();
    }

    int port() {
        return near.getLocalPort();
    }

    /// From now on whatever goes along takes this long, in either direction.
    void slow(Duration oneWay) {
        delay = oneWay;
    }

    void cut() {
        cut = true;
        sockets.forEach(Cable::closeQuietly);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        closeQuietly(near);
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket here = near.accept();
                if (cut) {
                    here.close();
                    continue;
                }
                connect(here);
            } catch (IOException closed) {
                // the other end is down, or this cable is no longer needed
            }
        }
    }

    private void connect(Socket here) throws IOException {
        try {
            Socket there = answering();
            sockets.add(here);
            sockets.add(there);
            Thread.ofVirtual().start(() -> carry(here, there));
            Thread.ofVirtual().start(() -> carry(there, here));
        } catch (IOException refused) {
            here.close();
            throw refused;
        }
    }

    private Socket answering() throws IOException {
        int first = turn.getAndAdd(step);
        for (int next = first; ; next++) {
            int port = far.get(Math.floorMod(next, far.size()));
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException refused) {
                if (next - first >= far.size() - 1) {
                    throw refused;
                }
            }
        }
    }

    private void carry(Socket from, Socket to) {
        var underWay = new LinkedBlockingQueue<Parcel>();
        Thread.ofVirtual().start(() -> deliver(underWay, to));
        try (InputStream in = from.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                underWay.add(parcel(ByteBuffer.wrap(Arrays.copyOf(buffer, read))));
            }
        } catch (IOException ended) {
            // one side is gone, so the other one goes too
        } finally {
            underWay.add(parcel(ByteBuffer.allocate(0)));
            closeQuietly(from);
            sockets.remove(from);
        }
    }

    private void deliver(BlockingQueue<Parcel> underWay, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            for (Parcel next = underWay.take(); !next.isLast(); next = underWay.take()) {
                LockSupport.parkNanos(next.due() - System.nanoTime());
                out.write(next.content().array());
            }
        } catch (IOException ended) {
            // one side is gone, so the other one goes too
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(to);
            sockets.remove(to);
        }
    }

    private Parcel parcel(ByteBuffer content) {
        return new Parcel(content, System.nanoTime() + delay.toNanos());
    }

    private record Parcel(ByteBuffer content, long due) {

        boolean isLast() {
            return !content.hasRemaining();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception closedAlready) {
            // nothing is left to close
        }
    }
}
