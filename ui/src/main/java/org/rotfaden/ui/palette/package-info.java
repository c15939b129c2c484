/// The command palette: going anywhere by a few letters.
@NullMarked
package org.rotfaden.ui.palette;

import org.jspecify.annotations.NullMarked;
