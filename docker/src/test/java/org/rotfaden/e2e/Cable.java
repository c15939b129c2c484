package org.rotfaden.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line between a browser and the workspace that can be cut and mended.
final class Cable implements AutoCloseable {

    private final ServerSocket near;
    private final int far;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(int far) {
        try {
            this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.far = far;
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + near.getLocalPort();
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
            Socket there = new Socket(InetAddress.getLoopbackAddress(), far);
            sockets.add(here);
            sockets.add(there);
            Thread.ofVirtual().start(() -> carry(here, there));
            Thread.ofVirtual().start(() -> carry(there, here));
        } catch (IOException refused) {
            here.close();
            throw refused;
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // one side is gone, so the other one goes too
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            sockets.remove(from);
            sockets.remove(to);
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
