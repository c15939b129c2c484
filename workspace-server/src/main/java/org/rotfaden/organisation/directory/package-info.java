/// Finds people, as far as whoever looks may see them.
@NamedInterface("directory")
@NullMarked
package org.rotfaden.organisation.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
