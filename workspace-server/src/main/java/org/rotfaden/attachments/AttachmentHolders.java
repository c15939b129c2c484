package org.rotfaden.attachments;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Knows who may read what holds files. Whoever has such things contributes one of these for each
/// type of them; it is asked each time a file is read.
public interface AttachmentHolders {

    /// The [Subject#type] this one answers for.
    String type();

    /// Whether somebody may read what this holds. Of what is not there nobody may.
    boolean isReadable(MemberId reader, Subject holder);
}
