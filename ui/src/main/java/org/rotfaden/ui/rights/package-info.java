/// The pages that say who may do what, and why, and on which rights are given by hand.
@NullMarked
package org.rotfaden.ui.rights;

import org.jspecify.annotations.NullMarked;
