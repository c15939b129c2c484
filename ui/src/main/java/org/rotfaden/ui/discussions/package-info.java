/// Threads: their pages, and what of them stands in places and beside things.
@NullMarked
package org.rotfaden.ui.discussions;

import org.jspecify.annotations.NullMarked;
