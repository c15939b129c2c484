package org.rotfaden.realtime;

import org.rotfaden.crdt.FirstContent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Service;

/// The documents that many people write at the same time.
@Service
public class LiveDocuments {

    /// Creates a document with its first content, inside the caller's transaction.
    public DocumentId create(Subject subject, FirstContent content, MemberId author) {
        throw new UnsupportedOperationException();
    }

    /// The words as they are now, including those not yet in the log.
    ///
    /// @throws DocumentNotFound when there is no such document
    public DocumentText read(DocumentId document) {
        throw new UnsupportedOperationException();
    }
}
