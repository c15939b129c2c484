/// The pages of motions.
@NullMarked
package org.rotfaden.ui.motions;

import org.jspecify.annotations.NullMarked;
