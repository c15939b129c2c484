package org.rotfaden.security;

import java.util.List;

/// Why something is allowed or refused: a code for programs, which is the key of the sentence for
/// people, and what stands in the sentence.
///
/// @param details names and dates in the order in which the sentence has them; a
///   [java.time.LocalDate], a [java.time.YearMonth] and what is [Spoken] are put into words where
///   the sentence is
public record Reason(String code, List<Object> details) {

    public Reason(String code, Object... details) {
        this(code, List.of(details));
    }
}
