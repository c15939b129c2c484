package org.rotfaden.members;

/// Somebody who is about to become a member.
public record NewMember(String name, Email email, Right right, boolean administrator) {

    private static final int LONGEST_NAME = 100;

    public NewMember {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidName();
        }
    }
}
