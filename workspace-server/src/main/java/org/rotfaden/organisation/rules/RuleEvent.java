package org.rotfaden.organisation.rules;

import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// What happened to rules; told inside the transaction.
public sealed interface RuleEvent {

    record Set(MemberId by, UnitId unit, Rule rule) implements RuleEvent {}
}
