/// The append-only log of live documents in PostgreSQL: what was acknowledged stands here.
@NullMarked
package org.rotfaden.realtime.log;

import org.jspecify.annotations.NullMarked;
