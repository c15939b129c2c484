/// Groups over HTTP.
@NullMarked
package org.rotfaden.organisation.groups.api;

import org.jspecify.annotations.NullMarked;
