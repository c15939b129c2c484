package org.rotfaden.web;

import java.util.regex.Pattern;
import org.apache.catalina.Engine;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.core.StandardContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends the name of each session with that of the node that holds it (`rotfaden.node`), so that a
/// proxy before several nodes finds it: `…A1B2.node-1`.
@Configuration
@ConditionalOnProperty("rotfaden.node")
class SessionsOfThisNode {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> namedSessions(
            @Value("${rotfaden.node}") String node) {
        if (!NAME.matcher(node).matches()) {
            throw new IllegalArgumentException("rotfaden.node is no name: " + node);
        }
        return server ->
                server.addContextCustomizers(context ->
                        context.addLifecycleListener(event -> {
                            if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)
                                    && event.getSource() instanceof StandardContext begun
                                    && begun.getParent().getParent() instanceof Engine engine) {
                                engine.setJvmRoute(node);
                            }
                        }));
    }
}
