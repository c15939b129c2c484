/// The pages on which members are taken in and found.
@NullMarked
package org.rotfaden.ui.members;

import org.jspecify.annotations.NullMarked;
