/// Units (Gliederungen) and their trees, which keep their history.
@NamedInterface("units")
@NullMarked
package org.rotfaden.organisation.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
