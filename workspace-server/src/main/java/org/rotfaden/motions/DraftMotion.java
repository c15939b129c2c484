package org.rotfaden.motions;

import org.rotfaden.crdt.FirstContent;
import org.rotfaden.security.MemberId;

/// A member begins to write a motion.
public record DraftMotion(MemberId author, FirstContent content) {}
