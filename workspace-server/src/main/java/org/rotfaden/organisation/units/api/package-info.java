/// Units over HTTP.
@NullMarked
package org.rotfaden.organisation.units.api;

import org.jspecify.annotations.NullMarked;
