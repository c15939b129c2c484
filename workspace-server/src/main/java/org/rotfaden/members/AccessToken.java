package org.rotfaden.members;

import java.time.Instant;
import java.util.UUID;
import org.rotfaden.security.MemberId;

/// A token with which a machine acts for a member.
public record AccessToken(UUID id, MemberId member, Instant created, Instant expires) {}
