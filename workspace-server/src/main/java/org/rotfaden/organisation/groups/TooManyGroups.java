package org.rotfaden.organisation.groups;

import java.util.List;
import org.rotfaden.security.BrokenRule;

/// Somebody takes part in as many groups as one can.
public final class TooManyGroups extends BrokenRule {

    TooManyGroups() {
        super(Kind.CONFLICT, "TOO_MANY_GROUPS");
    }

    @Override
    public List<Object> details() {
        return List.of(WorkingGroups.MOST_OF_ONE);
    }
}
