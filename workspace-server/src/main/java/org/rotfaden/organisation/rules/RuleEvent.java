package org.rotfaden.organisation.rules;

import org.rotfaden.organisation.units.UnitId;

/// What happened to rules; told inside the transaction.
public sealed interface RuleEvent {

    record Set(UnitId unit, Rule rule) implements RuleEvent {}
}
