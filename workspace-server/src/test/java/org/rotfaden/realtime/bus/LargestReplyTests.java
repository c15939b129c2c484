package org.rotfaden.realtime.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/// What Redis sends is looked at before it is kept.
class LargestReplyTests {

    private final LargestReply reply = new LargestReply();

    @Test
    void usual_replies_pass_however_they_are_cut() {
        String said = "+PONG\r\n:1\r\n$-1\r\n>3\r\n$7\r\nmessage\r\n$2\r\nab\r\n$5\r\n$9\r\n1\r\n";
        for (int round = 0; round < 3; round++) {
            for (int at = 0; at < said.length(); at++) {
                assertThat(isTooLarge(said.substring(at, at + 1))).isFalse();
            }
            assertThat(isTooLarge(said)).isFalse();
        }
    }

    @Test
    void what_says_it_will_be_too_large_is_not_waited_for() {
        assertThat(isTooLarge(">3\r\n$7\r\nmessage\r\n$2\r\nab\r\n$9000000\r\n")).isTrue();
    }

    @Test
    void nor_is_a_line_without_end() {
        assertThat(isTooLarge("+" + "x".repeat(100_000))).isTrue();
    }

    @Test
    void it_looks_behind_tls() throws Exception {
        var tls = new SslHandler(SSLContext.getDefault().createSSLEngine());
        var channel = new EmbeddedChannel(tls, new ChannelInboundHandlerAdapter());
        RedisLine.watch(channel.pipeline());
        List<String> names = channel.pipeline().names();
        String tlsName = channel.pipeline().context(tls).name();
        String ownName = channel.pipeline().context(LargestReply.class).name();
        assertThat(names.indexOf(ownName)).isEqualTo(names.indexOf(tlsName) + 1);
    }

    private boolean isTooLarge(String said) {
        return reply.isTooLarge(Unpooled.wrappedBuffer(said.getBytes(StandardCharsets.US_ASCII)));
    }
}
