package org.rotfaden.realtime.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A WebSocket of bare bytes, which may be reset as no well-behaved client does it.
final class RawClient {

    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;

    private final Socket socket;
    private final DataInputStream in;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

    RawClient(int port, String address) {
        try {
            socket = new Socket("localhost", port);
            in = new DataInputStream(socket.getInputStream());
            unsent.writeBytes(
                    """
                    GET %s HTTP/1.1
                    Host: localhost:%d
                    Upgrade: websocket
                    Connection: Upgrade
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                    Sec-WebSocket-Version: 13

                    """
                            .formatted(address, port)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            flush();
            while (!readLine().isEmpty()) {
                // the answer to the handshake
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Adds a message to what [#flush] sends in one go.
    void add(byte[] message) {
        frame(BINARY, message);
    }

    void addClose() {
        frame(CLOSE, new byte[] {3, (byte) 0xe8});
    }

    void flush() {
        try {
            socket.getOutputStream().write(unsent.toByteArray());
            unsent.reset();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Waits until the server has read all that was sent so far.
    void expectAllRead() {
        frame(PING, new byte[0]);
        flush();
        try {
            while (readFrame() != PONG) {
                // an answer to something before
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends the connection without any farewell: not even what is on its way is waited for.
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void frame(int kind, byte[] content) {
        unsent.write(kind);
        if (content.length < 126) {
            unsent.write(0x80 | content.length);
        } else {
            unsent.write(0x80 | 126);
            unsent.write(content.length >> 8);
            unsent.write(content.length);
        }
        unsent.writeBytes(new byte[4]);
        unsent.writeBytes(content);
    }

    private int readFrame() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        in.skipNBytes(
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> in.readLong();
                    default -> length;
                });
        return kind;
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (int each = in.readUnsignedByte(); each != '\n'; each = in.readUnsignedByte()) {
            line.append((char) each);
        }
        return line.toString().strip();
    }
}
