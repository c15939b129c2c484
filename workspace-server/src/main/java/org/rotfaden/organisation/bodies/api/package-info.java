/// Bodies and offices over HTTP.
@NullMarked
package org.rotfaden.organisation.bodies.api;

import org.jspecify.annotations.NullMarked;
