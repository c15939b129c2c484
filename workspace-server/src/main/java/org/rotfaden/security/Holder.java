package org.rotfaden.security;

/// Somebody who has a role.
public record Holder(MemberId member, Grant grant) {}
