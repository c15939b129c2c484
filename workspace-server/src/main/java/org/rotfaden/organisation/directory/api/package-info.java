/// The directory over HTTP.
@NullMarked
package org.rotfaden.organisation.directory.api;

import org.jspecify.annotations.NullMarked;
