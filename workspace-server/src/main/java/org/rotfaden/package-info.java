/// The workspace of a democratic membership association; every package below is one part of it.
@NullMarked
package org.rotfaden;

import org.jspecify.annotations.NullMarked;
