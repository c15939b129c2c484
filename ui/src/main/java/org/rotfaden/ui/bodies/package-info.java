/// The pages of bodies and their offices.
@NullMarked
package org.rotfaden.ui.bodies;

import org.jspecify.annotations.NullMarked;
