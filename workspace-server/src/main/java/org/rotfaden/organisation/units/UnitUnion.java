package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.association.Term;

/// Units that join for a purpose across the tree (Zusammenschluss).
public record UnitUnion(
        UnionId id, String slug, String name, String purpose, Term term, List<UnitId> units) {}
