package org.rotfaden.realtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.rooms.Rooms;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The documents that many people write at the same time.
@Service
public class LiveDocuments {

    private final UpdateLog log;
    private final Rooms rooms;

    LiveDocuments(UpdateLog log, Rooms rooms) {
        this.log = log;
        this.rooms = rooms;
    }

    /// Creates a document with its first content, inside the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentId create(Subject subject, FirstContent content, MemberId author) {
        DocumentId document = DocumentId.random();
        log.create(document, subject, SharedDocument.firstContent(content), author);
        return document;
    }

    /// The words as they are now, including those that are not in the log yet.
    ///
    /// @throws DocumentNotFound when there is no such document
    public DocumentText read(DocumentId document, MemberId reader) {
        return read(document, reader, LiveDocuments::textOf);
    }

    /// The title alone, as plain text on one line: the rest may be large.
    ///
    /// @throws DocumentNotFound when there is no such document
    public String titleOf(DocumentId document) {
        return read(document, null, words -> DocumentText.plain(words.delta("title")));
    }

    /// Who wrote in some documents since a moment, whoever did so last first. Words of the last
    /// seconds may not be in it yet.
    public List<Writing> writings(Collection<DocumentId> documents, Instant since) {
        return log.writings(documents, since);
    }

    private <T> T read(
            DocumentId document, @Nullable MemberId reader, Function<SharedDocument, T> question) {
        try {
            return rooms.read(document, reader, question).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }

    private static DocumentText textOf(SharedDocument document) {
        return new DocumentText(
                document.delta("title"), document.delta("text"), document.delta("reason"));
    }
}
