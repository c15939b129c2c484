/// The deliverable as a whole: the real jar, real browsers, real clients.
@NullMarked
package org.rotfaden.e2e;

import org.jspecify.annotations.NullMarked;
