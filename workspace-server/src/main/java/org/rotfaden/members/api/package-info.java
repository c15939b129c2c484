/// Members over HTTP.
@NullMarked
package org.rotfaden.members.api;

import org.jspecify.annotations.NullMarked;
