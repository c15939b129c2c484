/// Notices over HTTP.
@NullMarked
package org.rotfaden.notifications.api;

import org.jspecify.annotations.NullMarked;
