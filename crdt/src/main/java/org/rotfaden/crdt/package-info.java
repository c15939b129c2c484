/// Shared documents over Yjs: many writers, one text, in any order of arrival.
@NullMarked
package org.rotfaden.crdt;

import org.jspecify.annotations.NullMarked;
