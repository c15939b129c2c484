package org.rotfaden.discussions.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rotfaden.discussions.DiscussionObjection;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.discussions.ThreadCatalogue;
import org.rotfaden.http.Etags;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Single posts.
@RestController
@Tag(name = "Threads")
@RequestMapping("/api/posts/{id}")
class PostsController {

    private static final int MOST_NAMES = 200;

    record Words(String text) {}

    record Earlier(long version, String text, Instant at) {}

    private final Posts posts;
    private final Reactions reactions;
    private final ThreadCatalogue catalogue;

    PostsController(Posts posts, Reactions reactions, ThreadCatalogue catalogue) {
        this.posts = posts;
        this.reactions = reactions;
        this.catalogue = catalogue;
    }

    @Operation(summary = "One post")
    @GetMapping
    PostResource get(@Me MemberId me, @PathVariable PostId id) {
        return catalogue
                .post(me, id)
                .map(PostResource::of)
                .orElseThrow(DiscussionObjection.POST_NOT_FOUND::raised);
    }

    @Operation(summary = "Writes other words; what stood there before can still be read")
    @PutMapping
    ResponseEntity<PostResource> edit(
            @Me MemberId me,
            @PathVariable PostId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody Words words) {
        return tagged(me, posts.edit(me, id, words.text(), Etags.seen(ifMatch)));
    }

    @Operation(summary = "Takes the last edit back, as if it had not been made")
    @PostMapping("/take-back")
    ResponseEntity<PostResource> takeBack(
            @Me MemberId me,
            @PathVariable PostId id,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
        return tagged(me, posts.takeBackEdit(me, id, Etags.seen(ifMatch)));
    }

    @Operation(summary = "What stood in a post before it was edited, the latest first")
    @GetMapping("/history")
    Page<Earlier> history(@Me MemberId me, @PathVariable PostId id) {
        return new Page<>(
                catalogue.history(me, id).stream()
                        .map(before -> new Earlier(before.version(), before.words(), before.at()))
                        .toList(),
                null);
    }

    @Operation(summary = "Deletes a post; where others answered a gap stays")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@Me MemberId me, @PathVariable PostId id) {
        posts.delete(me, id);
    }

    @Operation(summary = "Brings a post back that one deleted")
    @PostMapping("/bring-back")
    ResponseEntity<PostResource> bringBack(@Me MemberId me, @PathVariable PostId id) {
        return tagged(me, posts.bringBack(me, id));
    }

    @Operation(summary = "Marks a post, so that it is found at the top of its thread")
    @PutMapping("/marks/{mark}")
    ResponseEntity<PostResource> mark(
            @Me MemberId me, @PathVariable PostId id, @PathVariable PostMark mark) {
        return tagged(me, posts.mark(me, id, mark));
    }

    @Operation(summary = "Marks a post no longer")
    @DeleteMapping("/marks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmark(@Me MemberId me, @PathVariable PostId id) {
        posts.mark(me, id, null);
    }

    @Operation(summary = "Reacts to a post")
    @PutMapping("/reactions/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void react(@Me MemberId me, @PathVariable PostId id, @PathVariable ReactionKind kind) {
        reactions.react(me, id, kind);
    }

    @Operation(summary = "Takes a reaction back")
    @DeleteMapping("/reactions/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@Me MemberId me, @PathVariable PostId id, @PathVariable ReactionKind kind) {
        reactions.takeBack(me, id, kind);
    }

    @Operation(summary = "Who reacted in one way, in the order in which they did")
    @GetMapping("/reactions/{kind}")
    List<MemberId> who(@Me MemberId me, @PathVariable PostId id, @PathVariable ReactionKind kind) {
        return reactions.who(me, id, kind, MOST_NAMES);
    }

    private ResponseEntity<PostResource> tagged(MemberId me, Post post) {
        return Etags.tagged(get(me, post.id()), post.version());
    }
}
