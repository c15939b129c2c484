/// The native boundary: the only place that declares native methods and loads the library.
@NullMarked
package org.rotfaden.crdt.internal;

import org.jspecify.annotations.NullMarked;
