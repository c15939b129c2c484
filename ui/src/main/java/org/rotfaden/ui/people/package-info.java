/// The pages of people.
@NullMarked
package org.rotfaden.ui.people;

import org.jspecify.annotations.NullMarked;
