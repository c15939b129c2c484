package org.rotfaden.association;

import java.time.LocalDate;

/// A day began in the association's time zone: terms may have ended or begun. Each node sees it by
/// itself.
public record DayBegan(LocalDate day) {}
