package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server of 32 connections, of which one network may have 24, and two of the last two. It
/// answers everything with 404.
class ConnectionsTests {

    private final Tomcat server = new Tomcat();
    private final List<Socket> open = new ArrayList<>();
    private int port;

    @BeforeEach
    void start() throws Exception {
        var connector = new org.apache.catalina.connector.Connector(FairProtocol.class.getName());
        connector.setPort(0);
        var protocol = (FairProtocol) connector.getProtocolHandler();
        protocol.setMaxConnections(32);
        protocol.setShare(24);
        protocol.setFew(2);
        server.setConnector(connector);
        server.setBaseDir("target/fair");
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    void one_network_with_many_half_requests_keeps_out_nobody_else() throws IOException {
        for (int half = 0; half < 40; half++) {
            say(connect("127.0.0.2"), "GET / HT");
        }
        assertThat(isAnswered(connect("127.0.0.3"))).isTrue();
        assertThat(isAnswered(connect("127.0.0.2"))).isFalse();
    }

    @Test
    void a_hall_beside_many_half_requests_gets_what_is_left() throws IOException {
        for (int half = 0; half < 40; half++) {
            say(connect("127.0.0.2"), "GET / HT");
        }
        for (int seat = 0; seat < 5; seat++) {
            assertThat(isAnswered(connect("127.0.0.3"))).isTrue();
        }
    }

    @Test
    void a_hall_beside_two_networks_with_many_half_requests_gets_what_is_left() throws IOException {
        for (int half = 0; half < 40; half++) {
            say(connect("127.0.0.2"), "GET / HT");
            say(connect("127.0.0.3"), "GET / HT");
        }
        for (int seat = 0; seat < 5; seat++) {
            assertThat(isAnswered(connect("127.0.0.4"))).isTrue();
        }
        assertThat(isAnswered(connect("127.0.0.2"))).isFalse();
        assertThat(isAnswered(connect("127.0.0.3"))).isFalse();
        assertThat(isAnswered(connect("127.0.0.5"))).isTrue();
    }

    @Test
    void two_networks_with_many_half_requests_keep_out_no_third() throws IOException {
        for (int half = 0; half < 40; half++) {
            say(connect("127.0.0.2"), "GET / HT");
            say(connect("127.0.0.3"), "GET / HT");
        }
        assertThat(isAnswered(connect("127.0.0.4"))).isTrue();
        assertThat(isAnswered(connect("127.0.0.2"))).isFalse();
        assertThat(isAnswered(connect("127.0.0.3"))).isFalse();
    }

    @Test
    void what_is_closed_counts_no_more() throws IOException {
        for (int other = 3; other < 11; other++) {
            say(connect("127.0.0." + other), "GET / HT");
        }
        for (int visit = 0; visit < 40; visit++) {
            await().until(this::isSomebodyAnsweredWhoGoes);
        }
    }

    private boolean isSomebodyAnsweredWhoGoes() throws IOException {
        try (Socket socket = connect("127.0.0.2")) {
            return isAnswered(socket);
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 10_000);
        open.add(socket);
        return socket;
    }

    private static boolean isAnswered(Socket socket) {
        try {
            say(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return socket.getInputStream().read() == 'H';
        } catch (IOException closed) {
            return false;
        }
    }

    private static void say(Socket socket, String words) {
        try {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // turned away
        }
    }
}
