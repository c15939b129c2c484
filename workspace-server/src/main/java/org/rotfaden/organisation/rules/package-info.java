/// Rules of units as versioned data: inherited down the tree, with the paragraph they stand in.
@NamedInterface("rules")
@NullMarked
package org.rotfaden.organisation.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
