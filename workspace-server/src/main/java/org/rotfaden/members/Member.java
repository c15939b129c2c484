package org.rotfaden.members;

import java.time.Instant;
import org.rotfaden.security.MemberId;

/// A member (Mitglied) of the association.
///
/// @param administrator may change the rights of others
public record Member(
        MemberId id, String name, Email email, Right right, boolean administrator, Instant joined) {

    public boolean mayWrite() {
        return right == Right.WRITE;
    }
}
