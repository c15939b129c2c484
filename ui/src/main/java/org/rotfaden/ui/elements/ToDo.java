package org.rotfaden.ui.elements;

import java.util.List;
import java.util.Locale;
import org.rotfaden.security.MemberId;

/// Something that waits for somebody.
///
/// @param what waits, in one sentence
/// @param why it waits for her
/// @param act what she does about it
/// @param path of the page where she does it
public record ToDo(String what, String why, String act, String path) {

    /// Knows what waits for whom. Each feature in which something can wait is one.
    public interface Source {

        /// What waits for a member, the most urgent first.
        List<ToDo> of(MemberId member, Locale language, int most);
    }
}
