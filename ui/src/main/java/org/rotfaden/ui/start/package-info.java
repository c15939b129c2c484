/// Where one begins: what happens now, what waits, what is new.
@NullMarked
package org.rotfaden.ui.start;

import org.jspecify.annotations.NullMarked;
