/// How the nodes of one workspace tell each other of new updates and presence.
@NullMarked
package org.rotfaden.realtime.bus;

import org.jspecify.annotations.NullMarked;
