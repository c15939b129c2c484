/// The directory: who and what a member may find, and where she belongs.
@NamedInterface("directory")
@NullMarked
package org.rotfaden.organisation.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
