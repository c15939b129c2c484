/// Memberships over HTTP.
@NullMarked
package org.rotfaden.organisation.memberships.api;

import org.jspecify.annotations.NullMarked;
