/// The audit trail over HTTP.
@NullMarked
package org.rotfaden.audit.api;

import org.jspecify.annotations.NullMarked;
