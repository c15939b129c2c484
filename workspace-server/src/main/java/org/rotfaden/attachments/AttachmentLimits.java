package org.rotfaden.attachments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How many files there may be, and how large.
///
/// @param file the largest one
/// @param ofOneHolder how many something may hold
/// @param unclaimedOfOneMember what one member may have uploaded that nothing holds yet
/// @param all what all files together may take in the database
/// @param unclaimed how long one is kept that nothing holds
/// @param onTheWay how long one may take to come or to go
@ConfigurationProperties("rotfaden.attachments")
record AttachmentLimits(
        @DefaultValue("10MB") DataSize file,
        @DefaultValue("10") int ofOneHolder,
        @DefaultValue("100MB") DataSize unclaimedOfOneMember,
        @DefaultValue("10GB") DataSize all,
        @DefaultValue("1d") Duration unclaimed,
        @DefaultValue("15m") Duration onTheWay) {}
