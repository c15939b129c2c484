package org.rotfaden.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fast one member may be, on each node.
///
/// @param beginning things of which everybody sees a list
/// @param posting what is said where others talk
/// @param changing requests by programs that change something
/// @param acting what pages tell of her hands
/// @param uploading files
@ConfigurationProperties("rotfaden.pace")
record PaceLimits(
        @DefaultValue Beginning beginning,
        @DefaultValue Posting posting,
        @DefaultValue Changing changing,
        @DefaultValue Acting acting,
        @DefaultValue Uploading uploading) {

    /// So many at once, and then one each time that has gone by.
    sealed interface Limit {

        int atOnce();

        Duration each();
    }

    record Beginning(@DefaultValue("100") int atOnce, @DefaultValue("30s") Duration each)
            implements Limit {}

    record Posting(@DefaultValue("100") int atOnce, @DefaultValue("3s") Duration each)
            implements Limit {}

    record Changing(@DefaultValue("1000") int atOnce, @DefaultValue("500ms") Duration each)
            implements Limit {}

    record Acting(@DefaultValue("2000") int atOnce, @DefaultValue("50ms") Duration each)
            implements Limit {}

    record Uploading(@DefaultValue("50") int atOnce, @DefaultValue("20s") Duration each)
            implements Limit {}
}
