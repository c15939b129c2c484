package org.rotfaden.realtime.rooms;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The usual limits, but for some.
public final class SomeLimits {

    private SomeLimits() {}

    /// Limits of which some are set.
    ///
    /// @param others by the name that a setting has after `rotfaden.live.`
    public static LiveLimits with(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>();
        others.forEach((name, value) -> settings.put("rotfaden.live." + name, value));
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("rotfaden.live", LiveLimits.class);
    }

    /// What rooms with these limits may take together.
    public static Object memory(LiveLimits limits) {
        return new RoomMemory(limits);
    }
}
