package org.rotfaden.realtime;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Passage;
import org.rotfaden.crdt.Root;
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

    /// A document is walked through for each passage, and a large one has very many parts.
    private static final int MOST_PASSAGES = 200;

    /// Between turns others come in.
    private static final int PASSAGES_IN_A_TURN = 20;

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

    /// The document of a subject; nothing where it has none.
    public Optional<DocumentId> of(Subject subject) {
        return log.documentsOf(subject).stream().findFirst();
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

    /// Where passages are now: those whose words are deleted are missing, and so are those that
    /// name nothing this document holds yet. Others write between one piece of the answer and the
    /// next.
    ///
    /// @param passages at most 200
    /// @param reader who may read the document, which whoever owns it has asked before
    /// @throws DocumentNotFound when there is no such document
    public Map<Passage, Passage.Place> places(
            DocumentId document, Collection<Passage> passages, MemberId reader) {
        List<Passage> asked = List.copyOf(new LinkedHashSet<>(passages));
        if (asked.size() > MOST_PASSAGES) {
            throw new IllegalArgumentException("Too many passages at once: " + asked.size());
        }
        Map<Passage, Passage.Place> places = new LinkedHashMap<>();
        for (int from = 0; from < asked.size(); from += PASSAGES_IN_A_TURN) {
            List<Passage> some =
                    asked.subList(from, Math.min(from + PASSAGES_IN_A_TURN, asked.size()));
            places.putAll(read(document, reader, open -> open.places(some)));
        }
        return places;
    }

    /// Where one passage is now.
    ///
    /// @throws DocumentNotFound when there is no such document
    public Optional<Passage.Place> place(DocumentId document, Passage passage, MemberId reader) {
        return Optional.ofNullable(places(document, List.of(passage), reader).get(passage));
    }

    /// The passage between two indexes of a text, counted in UTF-16 units.
    ///
    /// @throws DocumentNotFound when there is no such document
    /// @throws org.rotfaden.crdt.InvalidPassage when nothing stands there
    public Passage passage(DocumentId document, Root root, int from, int to, MemberId reader) {
        return read(document, reader, open -> open.passage(root, from, to));
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
