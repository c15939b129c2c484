package org.rotfaden.realtime;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Says who may read and write the documents of one kind of subject. Whoever owns such subjects
/// implements it; it is asked at the door and again whenever a member's rights change.
public interface DocumentPolicy {

    /// The [Subject#type] this policy answers for.
    String subjectType();

    Access accessOf(MemberId member, Subject subject);
}
