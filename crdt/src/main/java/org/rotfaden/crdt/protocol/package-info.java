/// The messages of the Yjs protocols in both framings, decoded within limits.
@NullMarked
package org.rotfaden.crdt.protocol;

import org.jspecify.annotations.NullMarked;
