/// Discussions over HTTP.
@NullMarked
package org.rotfaden.discussions.api;

import org.jspecify.annotations.NullMarked;
