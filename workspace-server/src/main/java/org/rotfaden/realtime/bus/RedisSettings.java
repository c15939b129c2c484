package org.rotfaden.realtime.bus;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Redis is, as Spring Boot names it.
///
/// @param url `redis://user:password@host:port`, `rediss://…` with TLS, or
///   `redis-sentinel://host,host#master`; outranks the rest
/// @param ssl whether to speak TLS
/// @param sentinel refused: the URL says it
/// @param cluster refused: one Redis carries all
@ConfigurationProperties("spring.data.redis")
record RedisSettings(
        @Nullable String url,
        @Nullable String host,
        @DefaultValue("6379") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue Ssl ssl,
        @Nullable Map<String, String> sentinel,
        @Nullable Map<String, String> cluster) {

    /// So long nobody waits for an answer in vain.
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    record Ssl(@DefaultValue("false") boolean enabled) {}

    RedisSettings {
        if (sentinel != null || cluster != null) {
            throw new IllegalArgumentException(
                    "spring.data.redis.sentinel and .cluster are not understood; name one Redis, or"
                            + " its sentinels by spring.data.redis.url");
        }
    }

    /// Nothing where no Redis is named.
    Optional<RedisURI> place() {
        Optional<RedisURI> place =
                url == null
                        ? Optional.ofNullable(host).map(this::parts)
                        : Optional.of(RedisURI.create(url));
        place.ifPresent(uri -> uri.setTimeout(TIMEOUT));
        return place;
    }

    private RedisURI parts(String named) {
        RedisURI.Builder uri =
                RedisURI.builder().withHost(named).withPort(port).withSsl(ssl.enabled());
        if (password != null && username != null) {
            uri.withAuthentication(username, password.toCharArray());
        } else if (password != null) {
            uri.withPassword(password.toCharArray());
        }
        return uri.build();
    }
}
