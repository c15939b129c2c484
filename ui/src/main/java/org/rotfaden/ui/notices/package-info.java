/// Notices: the sign beside every page, their page, and what of them stands on Start.
@NullMarked
package org.rotfaden.ui.notices;

import org.jspecify.annotations.NullMarked;
