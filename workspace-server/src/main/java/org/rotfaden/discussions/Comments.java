package org.rotfaden.discussions;

import java.util.List;
import java.util.Map;
import org.rotfaden.crdt.Passage;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Service;

/// Threads that stand at words of a live document. Where those words are is asked of the document
/// before anything is changed: reading it may take a moment.
@Service
public class Comments {

    /// So many are shown beside a text.
    public static final int MOST_SHOWN = 500;

    private static final int MOST = 2000;

    private final Threads threads;
    private final ThreadRows rows;
    private final Circle circle;
    private final LiveDocuments documents;
    private final Pace pace;

    Comments(Threads threads, ThreadRows rows, Circle circle, LiveDocuments documents, Pace pace) {
        this.threads = threads;
        this.rows = rows;
        this.circle = circle;
        this.documents = documents;
        this.pace = pace;
    }

    /// Begins a comment at some words.
    ///
    /// @throws org.rotfaden.security.NotPermitted when she does not take part there
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when there is nothing for her to read
    /// @throws org.rotfaden.security.BrokenRule NO_WORDS_HERE where no text is
    /// @throws org.rotfaden.security.BrokenRule INVALID_PASSAGE where no such words are, or not yet
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_COMMENTS when there are very many already
    public DiscussionThread begin(MemberId by, Subject about, Passage passage, NewPost first) {
        var _ = circle.expectDiscussed(by, about);
        circle.mayPost(by, about).orRefuse();
        DocumentId document =
                documents.of(about).orElseThrow(DiscussionObjection.NO_WORDS_HERE::raised);
        if (rows.countComments(about) >= MOST) {
            throw DiscussionObjection.TOO_MANY_COMMENTS.raised();
        }
        String words =
                documents
                        .place(document, passage, by)
                        .map(Passage.Place::words)
                        .map(Comments::shown)
                        .orElseThrow(DiscussionObjection.INVALID_PASSAGE::raised);
        return threads.begin(by, new NewThread(about, "", new Quotation(passage, words), first));
    }

    /// Words were deleted and came back by undoing: they are others to the document, and the
    /// comment stands at them again.
    ///
    /// @throws org.rotfaden.security.BrokenRule THREAD_NOT_FOUND when there is none that she may
    ///   read
    /// @throws org.rotfaden.security.BrokenRule INVALID_PASSAGE when other words stand there, or
    ///   its own are still there
    public void follow(MemberId by, ThreadId id, Passage passage) {
        DiscussionThread thread = circle.get(by, id);
        circle.mayPost(by, thread.about()).orRefuse();
        pace.post(by);
        Quotation at = thread.at();
        if (at == null || thread.isClosed() || passage.root() != at.passage().root()) {
            throw DiscussionObjection.INVALID_PASSAGE.raised();
        }
        Map<Passage, Passage.Place> places =
                documents
                        .of(thread.about())
                        .map(document ->
                                documents.places(document, List.of(at.passage(), passage), by))
                        .orElse(Map.of());
        Passage.Place now = places.get(passage);
        if (now == null
                || places.containsKey(at.passage())
                || !shown(now.words()).equals(at.words())) {
            throw DiscussionObjection.INVALID_PASSAGE.raised();
        }
        threads.moveTo(by, id, passage);
    }

    /// The comments on a thing, those that are not resolved and the oldest first.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_DISCUSSED when she may not read them
    public List<DiscussionThread> of(MemberId reader, Subject about) {
        var _ = circle.expectDiscussed(reader, about);
        return rows.comments(about, MOST_SHOWN);
    }

    /// What is no text shows as nothing.
    private static String shown(String words) {
        return words.replace("\uFFFC", "").strip();
    }
}
