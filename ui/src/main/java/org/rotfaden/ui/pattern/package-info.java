/// The pattern book: one of each thing that pages are made of.
@NullMarked
package org.rotfaden.ui.pattern;

import org.jspecify.annotations.NullMarked;
