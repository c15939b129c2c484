package org.rotfaden.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;

/// Somebody who is about to become a member.
///
/// @param born where the association has to know it
public record NewMember(Name name, Email email, Right right, @Nullable LocalDate born) {

    public NewMember(String name, Email email, Right right) {
        this(new Name(name), email, right, null);
    }
}
