package org.rotfaden.activity;

import java.util.List;
import org.rotfaden.security.RightsChanged;

/// What one transaction has to tell, once it is committed.
///
/// @param rights what it changed of what somebody may do: who hears of the rest asks what she may
/// @param told what happened, in its order
public record News(RightsChanged rights, List<Told> told) {

    public News {
        told = List.copyOf(told);
    }
}
