package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.security.MemberId;

/// An office (Amt) that somebody holds, held or will hold.
///
/// @param term its last day is included; it is always known
/// @param electedBy who elected, in words
/// @param because why it ended before its time, or will
public record Office(
        OfficeId id,
        BodyId body,
        MemberId member,
        OfficeRole role,
        String title,
        Term term,
        @Nullable LocalDate electedOn,
        @Nullable String electedBy,
        @Nullable OfficeEnd because) {}
