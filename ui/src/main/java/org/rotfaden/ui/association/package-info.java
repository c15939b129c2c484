/// The page of the association as a whole.
@NullMarked
package org.rotfaden.ui.association;

import org.jspecify.annotations.NullMarked;
