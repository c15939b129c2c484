package org.rotfaden.web;

import org.jspecify.annotations.Nullable;
import org.rotfaden.http.SpareMemory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// How many connections the server holds, and one network of them. The last sixteenth is for
/// networks that have few. Behind a reverse proxy all come from the same network, and the proxy
/// sees to it.
@Configuration
@EnableConfigurationProperties(Connections.Limits.class)
class Connections {

    /// What a connection takes at the most while half a request waits for its other half, in bytes.
    private static final long SIZE = 32 << 10;

    /// So many a network has that has few, a household or an office; or one in a hundred of all.
    private static final int FEW = 8;

    /// What is read or written at once, in bytes; each connection has both buffers for as long as
    /// it lasts.
    private static final int BUFFER = 2 << 10;

    /// @param most how many; otherwise as many as their share of the memory holds
    /// @param ofOneNetwork how many of one address of IPv4, or site of IPv6; otherwise three
    ///   quarters of all, behind a reverse proxy all
    @ConfigurationProperties("rotfaden.connections")
    record Limits(@Nullable Integer most, @Nullable Integer ofOneNetwork) {}

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairConnections(
            Limits limits, Environment settings) {
        int most = limits.most() == null ? SpareMemory.CONNECTIONS.holds(SIZE) : limits.most();
        boolean isBehindProxy =
                !settings.getProperty("server.forward-headers-strategy", "none")
                        .equalsIgnoreCase("none");
        int share = isBehindProxy ? most : most / 4 * 3;
        int ofOne = limits.ofOneNetwork() == null ? share : limits.ofOneNetwork();
        return server -> {
            server.setProtocol(FairProtocol.class.getName());
            server.addProtocolHandlerCustomizers(
                    (TomcatProtocolHandlerCustomizer<FairProtocol>)
                            protocol -> {
                                protocol.setMaxConnections(most);
                                protocol.setShare(ofOne);
                                protocol.setFew(Math.max(FEW, most / 100));
                                protocol.setProperty(
                                        "socket.appReadBufSize", Integer.toString(BUFFER));
                                protocol.setProperty(
                                        "socket.appWriteBufSize", Integer.toString(BUFFER));
                            });
        };
    }
}
