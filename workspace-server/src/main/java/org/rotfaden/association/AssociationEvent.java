package org.rotfaden.association;

import java.time.LocalDate;

/// What happened to the association as a whole.
public sealed interface AssociationEvent {

    /// It has other settings.
    record Changed() implements AssociationEvent {}

    /// A day began in its time zone: terms may have ended or begun.
    record DayBegan(LocalDate day) implements AssociationEvent {}
}
