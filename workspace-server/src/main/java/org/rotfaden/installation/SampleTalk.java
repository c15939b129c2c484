package org.rotfaden.installation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.discussions.SampleThreads;
import org.rotfaden.discussions.Threads;
import org.rotfaden.installation.SampleDescription.Said;
import org.rotfaden.installation.SampleDescription.TalkedAbout;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// What the members of the sample association say to each other. Comments come last: where words
/// are can be asked of a text once it is stored.
@Component
class SampleTalk {

    private final SampleThreads sample;
    private final Threads threads;
    private final Posts posts;
    private final Reactions reactions;
    private final List<Runnable> comments = new ArrayList<>();

    SampleTalk(SampleThreads sample, Threads threads, Posts posts, Reactions reactions) {
        this.sample = sample;
        this.threads = threads;
        this.posts = posts;
        this.reactions = reactions;
    }

    /// @param motions by the names of their files
    void begin(
            List<TalkedAbout> all, SampleOrganisation.Built built, Map<String, Subject> motions) {
        for (TalkedAbout thread : all) {
            Subject about =
                    thread.motion() == null
                            ? built.owner(requireNonNull(thread.type()), thread.place())
                            : requireNonNull(motions.get(thread.motion()));
            if (thread.at() == null) {
                talk(thread, built, about);
            } else {
                comments.add(() -> talk(thread, built, about));
            }
        }
    }

    void comment() {
        comments.forEach(Runnable::run);
        comments.clear();
    }

    private void talk(TalkedAbout thread, SampleOrganisation.Built built, Subject about) {
        List<Post> said = new ArrayList<>();
        for (Said post : thread.posts()) {
            MemberId by = built.person(post.by());
            said.add(
                    said.isEmpty()
                            ? begin(thread, by, about, post)
                            : sample.say(
                                    by,
                                    said.getFirst().thread(),
                                    post.words(),
                                    Optional.ofNullable(post.answers()).map(said::get).orElse(null),
                                    post.hoursAgo()));
            Post last = said.getLast();
            if (post.mark() != null) {
                posts.mark(said.getFirst().author(), last.id(), post.mark());
            }
            Optional.ofNullable(post.reactions())
                    .orElse(Map.of())
                    .forEach((kind, people) ->
                            people.forEach(person ->
                                    reactions.react(built.person(person), last.id(), kind)));
        }
        if (thread.resolved()) {
            threads.close(said.getFirst().author(), said.getFirst().thread());
        }
    }

    private Post begin(TalkedAbout thread, MemberId by, Subject about, Said post) {
        return thread.at() == null
                ? sample.begin(
                        by,
                        about,
                        Optional.ofNullable(thread.title()).orElse(""),
                        post.words(),
                        post.hoursAgo())
                : sample.comment(by, about, thread.at(), post.words(), post.hoursAgo());
    }
}
