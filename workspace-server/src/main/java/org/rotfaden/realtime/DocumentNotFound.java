package org.rotfaden.realtime;

/// There is no document with this id.
public final class DocumentNotFound extends RuntimeException {

    public DocumentNotFound(DocumentId document) {
        super("No document " + document);
    }
}
