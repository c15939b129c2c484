package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// Sends what no client would send, byte by byte.
final class RawRequest {

    private static final int PATIENCE_MILLIS = 5_000;

    private RawRequest() {}

    /// The whole answer to a request, or nothing when there was none.
    ///
    /// @param head the request line and headers but `Host`, each on a line
    static String answer(int port, String head, String body) {
        String sent =
                head.replaceFirst("\n|$", "\r\nHost: localhost\r\nConnection: close\n")
                                .replaceAll("\r?\n", "\r\n")
                                .strip()
                        + "\r\n\r\n"
                        + body;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketTimeoutException silence) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The status of an answer, 0 when there was none.
    static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
}
