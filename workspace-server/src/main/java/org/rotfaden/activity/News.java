package org.rotfaden.activity;

import java.util.List;
import org.rotfaden.security.RightsChanged;

/// What one transaction has to tell, once it is committed.
///
/// @param rights what it changed of what somebody may do: who hears of the rest asks what she may
/// @param number which one it is, from 1 on, of what no node may miss: what changes rights or what
///   is kept at hand; 0 where it changes neither, and where a day does
/// @param told what happened, in its order
public record News(RightsChanged rights, long number, List<Told> told) {

    public News {
        told = List.copyOf(told);
    }

    /// What nobody counts.
    public static News of(RightsChanged rights) {
        return new News(rights, 0, List.of());
    }

    /// Of things that change no rights.
    public static News of(Told... told) {
        return new News(RightsChanged.none(), 0, List.of(told));
    }
}
