package org.rotfaden.members;

import java.nio.charset.StandardCharsets;

/// Somebody who is about to become a member.
public record NewMember(
        String name, Email email, String password, Right right, boolean administrator) {

    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_PASSWORD = 10;

    /// What bcrypt can tell apart.
    private static final int LONGEST_PASSWORD_BYTES = 72;

    public NewMember {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidName();
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw InvalidPassword.tooLong();
        }
    }

    /// Holds for every password that a person chooses here; those of the sample association are
    /// known to everybody anyway.
    NewMember withStrongPassword() {
        if (password.length() < SHORTEST_PASSWORD) {
            throw InvalidPassword.tooShort();
        }
        return this;
    }
}
