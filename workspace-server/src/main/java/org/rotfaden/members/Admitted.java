package org.rotfaden.members;

/// A member with the password that an administrator hands over; it is not kept in clear.
public record Admitted(Member member, String password) {}
