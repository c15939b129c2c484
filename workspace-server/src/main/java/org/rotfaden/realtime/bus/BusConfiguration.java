package org.rotfaden.realtime.bus;

import java.util.function.Supplier;
import org.rotfaden.security.SharedSecret;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/// Which node this is, and how it speaks to the others: over Redis where `spring.data.redis` names
/// one.
@Configuration
@EnableConfigurationProperties(RedisSettings.class)
class BusConfiguration {

    @Bean
    NodeId node() {
        return NodeId.random();
    }

    @Bean
    Bus bus(RedisSettings redis, SharedSecret secret) {
        Supplier<Seal> seal = SingletonSupplier.of(() -> Seal.of(secret));
        return redis.place()
                .<Bus>map(place -> new RedisBus(place, () -> seal.get().another()))
                .orElseGet(InProcessBus::new);
    }
}
