/// The door for screens and programs that follow what happens, over STOMP.
@NullMarked
package org.rotfaden.realtime.stomp;

import org.jspecify.annotations.NullMarked;
