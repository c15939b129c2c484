package org.rotfaden.organisation.rules;

import org.rotfaden.activity.KnownToEverybody;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to rules; they are open to everybody.
public sealed interface RuleEvent extends KnownToEverybody {

    UnitId unit();

    @Override
    default Subject subject() {
        return unit().subject();
    }

    record Set(MemberId by, UnitId unit, Rule rule) implements RuleEvent {}
}
