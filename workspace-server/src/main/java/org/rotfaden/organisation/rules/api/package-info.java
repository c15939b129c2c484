/// Rules over HTTP.
@NullMarked
package org.rotfaden.organisation.rules.api;

import org.jspecify.annotations.NullMarked;
