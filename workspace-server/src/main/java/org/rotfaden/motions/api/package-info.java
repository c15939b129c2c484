/// Motions over HTTP.
@NullMarked
package org.rotfaden.motions.api;

import org.jspecify.annotations.NullMarked;
