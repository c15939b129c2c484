package org.rotfaden.organisation.groups;

import java.time.LocalDate;
import org.rotfaden.security.MemberId;

/// How somebody stands to a group.
public record Participation(WorkingGroupId group, MemberId member, State state, LocalDate since) {

    /// From asking to hosting.
    public enum State {
        ASKED,
        INVITED,
        MEMBER,
        HOST;

        public boolean takesPart() {
            return this == MEMBER || this == HOST;
        }
    }
}
