package org.rotfaden.discussions.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.attachments.AttachmentId;
import org.rotfaden.crdt.InvalidPassage;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.Comments;
import org.rotfaden.discussions.DiscussionObjection;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.Quotation;
import org.rotfaden.discussions.ReadMarks;
import org.rotfaden.discussions.ThreadCatalogue;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.discussions.Threads;
import org.rotfaden.http.Etags;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Threads, and the posts in them.
@RestController
@Tag(name = "Threads")
@RequestMapping("/api/threads")
class ThreadsController {

    /// What a thread is about: `unit`, `body`, `working-group` or `motion`.
    record SubjectResource(String type, UUID id) {

        Subject subject() {
            return new Subject(type, id);
        }
    }

    /// The words of a live text at which a comment stands.
    ///
    /// @param root `title`, `text` or `reason`
    /// @param start relative position of Yjs, as base64url: sticks to the first character
    /// @param end sticks to the last character
    record Anchor(String root, String start, String end) {

        Passage passage() {
            try {
                return Passage.of(root, start, end);
            } catch (InvalidPassage noPassage) {
                throw DiscussionObjection.INVALID_PASSAGE.raised();
            }
        }

        static Anchor of(Passage passage) {
            return new Anchor(passage.root().key(), passage.start(), passage.end());
        }
    }

    /// @param title nothing for the thread that stands beside a thing, and for comments
    /// @param anchor the words at which a comment stands
    record ThreadToBegin(
            SubjectResource subject,
            Optional<String> title,
            String text,
            Optional<Anchor> anchor) {}

    record Title(String title) {}

    /// @param moment up to which it is read
    record ReadTo(Instant moment) {}

    /// @param attachments ids of files that one has uploaded for it
    record PostToMake(
            String text, Optional<PostId> replyTo, Optional<List<AttachmentId>> attachments) {}

    /// @param version its ETag: whoever renames it says with `If-Match` which one she saw
    /// @param unread how many posts of others one has not read, 100 at the most
    record ThreadResource(
            ThreadId id,
            int number,
            SubjectResource subject,
            String title,
            Optional<Anchor> anchor,
            String quoted,
            MemberId begunBy,
            Instant begun,
            Instant last,
            int posts,
            boolean closed,
            long version,
            int unread) {

        static ThreadResource of(DiscussionThread thread, Map<ThreadId, Integer> unread) {
            return new ThreadResource(
                    thread.id(),
                    thread.number(),
                    new SubjectResource(thread.about().type(), thread.about().id()),
                    thread.title(),
                    Optional.ofNullable(thread.at()).map(Quotation::passage).map(Anchor::of),
                    Optional.ofNullable(thread.at()).map(Quotation::words).orElse(""),
                    thread.begunBy(),
                    thread.begun(),
                    thread.last(),
                    thread.posts(),
                    thread.isClosed(),
                    thread.version(),
                    unread.getOrDefault(thread.id(), 0));
        }
    }

    private final Threads threads;
    private final Comments comments;
    private final Posts posts;
    private final ReadMarks marks;
    private final ThreadCatalogue catalogue;

    ThreadsController(
            Threads threads,
            Comments comments,
            Posts posts,
            ReadMarks marks,
            ThreadCatalogue catalogue) {
        this.threads = threads;
        this.comments = comments;
        this.posts = posts;
        this.marks = marks;
        this.catalogue = catalogue;
    }

    @Operation(
            summary =
                    "The threads of a subject, the one with the newest post first; beside a motion"
                            + " the one there is, and its comments")
    @GetMapping
    Page<ThreadResource> list(
            @Me MemberId me,
            @RequestParam String type,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        var about = new Subject(type, id);
        Page<DiscussionThread> page =
                slice.page(catalogue.about(me, about, slice.after(), slice.oneMore()));
        Map<ThreadId, Integer> unread =
                marks.unread(me, page.items().stream().map(DiscussionThread::id).toList());
        return page.map(thread -> ThreadResource.of(thread, unread));
    }

    @Operation(
            summary =
                    "Begins a thread by its first post. Beside a motion there is one, without a"
                            + " title: whoever is later posts in the one that is there")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<ThreadResource> begin(@Me MemberId me, @RequestBody ThreadToBegin thread) {
        Subject about = thread.subject().subject();
        var first = new NewPost(thread.text(), null, UUID.randomUUID());
        DiscussionThread begun =
                thread.anchor().isPresent()
                        ? comments.begin(me, about, thread.anchor().get().passage(), first)
                        : threads.begin(me, new NewThread(about, thread.title().orElse(""), first));
        return ResponseEntity.created(URI.create("/api/threads/" + begun.id()))
                .eTag(Etags.of(begun.version()))
                .body(ThreadResource.of(begun, Map.of()));
    }

    @Operation(summary = "One thread")
    @GetMapping("/{id}")
    ThreadResource get(@Me MemberId me, @PathVariable ThreadId id) {
        return ThreadResource.of(catalogue.get(me, id), marks.unread(me, List.of(id)));
    }

    @Operation(summary = "Gives a thread another title")
    @PutMapping("/{id}/title")
    ResponseEntity<ThreadResource> rename(
            @Me MemberId me,
            @PathVariable ThreadId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody Title title) {
        return changed(threads.rename(me, id, title.title(), Etags.seen(ifMatch)));
    }

    @Operation(summary = "Closes a thread: nobody posts in it until it is opened again")
    @PostMapping("/{id}/close")
    ResponseEntity<ThreadResource> close(@Me MemberId me, @PathVariable ThreadId id) {
        return changed(threads.close(me, id));
    }

    @Operation(summary = "Lets a closed thread go on")
    @PostMapping("/{id}/reopen")
    ResponseEntity<ThreadResource> reopen(@Me MemberId me, @PathVariable ThreadId id) {
        return changed(threads.reopen(me, id));
    }

    private static ResponseEntity<ThreadResource> changed(DiscussionThread thread) {
        return ResponseEntity.ok()
                .eTag(Etags.of(thread.version()))
                .body(ThreadResource.of(thread, Map.of()));
    }

    @Operation(summary = "Says up to which moment one has read a thread, which nobody else sees")
    @PutMapping("/{id}/read")
    void read(@Me MemberId me, @PathVariable ThreadId id, @RequestBody ReadTo read) {
        marks.read(me, id, read.moment());
    }

    @Operation(summary = "The posts of a thread as they were written, those behind one of them")
    @GetMapping("/{id}/posts")
    Page<PostResource> posts(
            @Me MemberId me,
            @PathVariable ThreadId id,
            @RequestParam Optional<PostId> after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(0, most);
        return PostResource.page(
                catalogue.written(me, id, after.orElse(null), slice.oneMore()), id, slice.most());
    }

    @Operation(
            summary =
                    "Posts in a thread. With an `Idempotency-Key` a post that is sent again is"
                            + " there once")
    @PostMapping("/{id}/posts")
    @ApiResponse(responseCode = "201")
    ResponseEntity<PostResource> post(
            @Me MemberId me, @PathVariable ThreadId id, @RequestBody PostToMake post) {
        Post posted =
                posts.post(
                        me,
                        id,
                        new NewPost(
                                post.text(),
                                post.replyTo().orElse(null),
                                post.attachments().orElse(List.of()),
                                UUID.randomUUID()));
        return ResponseEntity.created(URI.create("/api/posts/" + posted.id()))
                .eTag(Etags.of(posted.version()))
                .body(PostResource.of(catalogue.post(me, posted.id()).orElseThrow()));
    }
}
