package org.rotfaden.organisation.groups;

/// Kinds of groups.
public enum GroupKind {
    /// Works on something (Arbeitskreis, Projektgruppe).
    WORKING_GROUP,
    /// Brings together who shares an interest.
    INTEREST_GROUP
}
