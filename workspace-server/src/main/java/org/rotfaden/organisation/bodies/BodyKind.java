package org.rotfaden.organisation.bodies;

/// Kinds of bodies.
public enum BodyKind {
    /// Leads a unit (Vorstand, PartG § 11).
    EXECUTIVE_COMMITTEE,
    /// All members of a unit (Mitgliederversammlung, PartG § 9).
    GENERAL_ASSEMBLY,
    /// The delegates of the units below (Parteitag, Konferenz).
    CONGRESS,
    /// Ausschuss, Kommission.
    COMMITTEE,
    /// Recommends what an assembly does with its motions (Antragskommission).
    MOTIONS_COMMITTEE,
    /// Settles disputes (Schiedskommission, PartG § 14).
    ARBITRATION_COMMITTEE
}
