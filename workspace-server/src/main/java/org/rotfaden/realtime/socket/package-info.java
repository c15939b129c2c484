/// The doors: two WebSocket framings, tickets, limits and the answers given at the door.
@NullMarked
package org.rotfaden.realtime.socket;

import org.jspecify.annotations.NullMarked;
