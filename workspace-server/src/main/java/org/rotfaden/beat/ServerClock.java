package org.rotfaden.beat;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock that is asked what time it is.
@Configuration
class ServerClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
