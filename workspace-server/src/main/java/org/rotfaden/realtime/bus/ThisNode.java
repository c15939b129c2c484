package org.rotfaden.realtime.bus;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which node this is.
@Configuration
class ThisNode {

    @Bean
    NodeId node() {
        return NodeId.random();
    }
}
