/// Bodies (Gremien) and the offices in them, which begin and end by themselves.
@NamedInterface("bodies")
@NullMarked
package org.rotfaden.organisation.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
