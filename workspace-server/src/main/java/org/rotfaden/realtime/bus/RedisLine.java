package org.rotfaden.realtime.bus;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// An open connection to Redis, on which this node says something and hears what nodes of its
/// workspace have said, itself among them.
final class RedisLine implements AutoCloseable {

    /// The fewest that the client works with.
    private static final int THREADS = 2;

    /// So many may be on their way to Redis.
    private static final int MOST_COMMANDS = 100_000;

    private final StatefulRedisPubSubConnection<byte[], byte[]> connection;
    private final byte[] channel;
    private final Seal seal;
    private final CountDownLatch ended = new CountDownLatch(1);

    private RedisLine(StatefulRedisPubSubConnection<byte[], byte[]> connection, Seal seal) {
        this.connection = connection;
        this.channel = seal.channel().getBytes(StandardCharsets.US_ASCII);
        this.seal = seal;
    }

    /// A client for one connection after the other; whoever makes it ends it by [#end].
    static RedisClient client() {
        var resources =
                ClientResources.builder()
                        .ioThreadPoolSize(THREADS)
                        .computationThreadPoolSize(THREADS)
                        .nettyCustomizer(
                                new NettyCustomizer() {
                                    @Override
                                    public void afterChannelInitialized(Channel made) {
                                        watch(made.pipeline());
                                    }
                                })
                        .build();
        RedisClient client = RedisClient.create(resources);
        client.setOptions(
                ClientOptions.builder()
                        .autoReconnect(false)
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .protocolVersion(ProtocolVersion.RESP3)
                        .requestQueueSize(MOST_COMMANDS)
                        .timeoutOptions(TimeoutOptions.enabled(RedisSettings.TIMEOUT))
                        .socketOptions(
                                SocketOptions.builder()
                                        .connectTimeout(RedisSettings.TIMEOUT)
                                        .keepAlive(true)
                                        .tcpNoDelay(true)
                                        .build())
                        .build());
        return client;
    }

    /// Looks at what Redis sends, behind TLS if there is any.
    static void watch(ChannelPipeline pipeline) {
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(new LargestReply());
        } else {
            pipeline.addAfter(tls.name(), null, new LargestReply());
        }
    }

    static void end(RedisClient client) {
        client.shutdown(Duration.ZERO, RedisSettings.TIMEOUT);
        client.getResources()
                .shutdown(0, RedisSettings.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }

    /// Connects and listens.
    ///
    /// @param heard takes what a node of this workspace has said, in a thread that must not wait
    static RedisLine open(
            RedisClient client, RedisURI place, Supplier<Seal> seals, Consumer<byte[]> heard) {
        Seal reading = seals.get();
        Seal writing = seals.get();
        var line = new RedisLine(client.connectPubSub(ByteArrayCodec.INSTANCE, place), writing);
        line.connection.addListener(
                new RedisConnectionStateListener() {
                    @Override
                    public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                        line.ended.countDown();
                    }
                });
        line.connection.addListener(
                new RedisPubSubAdapter<byte[], byte[]>() {
                    @Override
                    public void message(byte[] channel, byte[] message) {
                        reading.opened(message).ifPresent(heard);
                    }
                });
        try {
            line.connection.sync().subscribe(line.channel);
        } catch (RuntimeException failure) {
            line.close();
            throw failure;
        }
        return line;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    /// Says something, in the order of the calls.
    ///
    /// @return completes when it is said, or never will be
    synchronized CompletionStage<Long> say(byte[] content) {
        return connection.async().publish(channel, seal.sealed(content));
    }

    /// Returns when the connection is gone, or throws when nothing answers.
    void awaitEnd(Duration betweenPings) throws InterruptedException {
        while (!ended.await(betweenPings.toMillis(), TimeUnit.MILLISECONDS)) {
            connection.sync().ping();
        }
    }

    @Override
    public void close() {
        var _ = connection.closeAsync();
    }
}
