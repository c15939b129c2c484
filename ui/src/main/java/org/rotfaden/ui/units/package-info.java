/// The pages of units: their trees, and each one with what is done there.
@NullMarked
package org.rotfaden.ui.units;

import org.jspecify.annotations.NullMarked;
