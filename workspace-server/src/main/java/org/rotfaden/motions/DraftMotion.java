package org.rotfaden.motions;

import org.rotfaden.crdt.FirstContent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A member begins to write a motion.
///
/// @param owner whose motion it is: the association as a whole, a unit, a body, a group or a member
public record DraftMotion(MemberId author, Subject owner, FirstContent content) {}
