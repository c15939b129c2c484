/// The room engine: one writer at a time per document, fan-out at once, presence, slow peers.
@NullMarked
package org.rotfaden.realtime.rooms;

import org.jspecify.annotations.NullMarked;
