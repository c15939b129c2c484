/// The association over HTTP.
@NullMarked
package org.rotfaden.association.api;

import org.jspecify.annotations.NullMarked;
