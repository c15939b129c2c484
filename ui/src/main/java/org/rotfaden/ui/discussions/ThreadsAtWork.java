package org.rotfaden.ui.discussions;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.Attachment;
import org.rotfaden.discussions.Circle;
import org.rotfaden.discussions.Comments;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.PostText;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.discussions.ReadMarks;
import org.rotfaden.discussions.ThreadCatalogue;
import org.rotfaden.discussions.ThreadCatalogue.Seen;
import org.rotfaden.discussions.Threads;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.realtime.PersonColour;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Typed;
import org.rotfaden.ui.discussions.ShownPost.Answered;
import org.rotfaden.ui.discussions.ShownPost.Author;
import org.rotfaden.ui.discussions.ShownPost.Block;
import org.rotfaden.ui.discussions.ShownPost.Mention;
import org.rotfaden.ui.discussions.ShownPost.Moment;
import org.rotfaden.ui.discussions.ShownPost.Run;
import org.rotfaden.ui.discussions.ShownPost.ShownFile;
import org.rotfaden.ui.discussions.ShownThread.Answer;
import org.rotfaden.ui.discussions.ShownThread.Choice;
import org.rotfaden.ui.elements.Face;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.WhyNot;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// What pages of threads need, and how posts look to their readers.
@Component
record ThreadsAtWork(
        Threads threads,
        Comments comments,
        Posts posts,
        Reactions reactions,
        ReadMarks marks,
        ThreadCatalogue catalogue,
        Circle circle,
        Members members,
        SubjectTypes types,
        Permissions permissions,
        Sentences sentences,
        WhyNot whyNot,
        Clock clock) {

    private static final int MOST_CHOICES = 8;
    private static final Set<String> MENTIONABLE =
            Set.of(MemberId.SUBJECT, UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT);

    /// Whom or what somebody may mean who mentions it, only what she could find anyway.
    List<Choice> choices(MemberId reader, Subject about, String words) {
        return types
                .choices(
                        type -> MENTIONABLE.contains(type.type()),
                        new Typed(words, false),
                        reader,
                        MOST_CHOICES)
                .stream()
                .map(named ->
                        new Choice(
                                named.subject().type(),
                                named.subject().id().toString(),
                                named.name(),
                                named.about(),
                                reads(named.subject(), about)))
                .toList();
    }

    private boolean reads(Subject mentioned, Subject about) {
        return !mentioned.type().equals(MemberId.SUBJECT)
                || permissions.allows(new MemberId(mentioned.id()), Permission.READ, about);
    }

    /// What a reader may do.
    ///
    /// @param closed what is said where nobody posts any more
    ShownThread.Standing standing(
            MemberId reader,
            Subject about,
            @Nullable DiscussionThread thread,
            @Nullable String closed,
            Locale language) {
        Decision mayPost = circle.mayPost(reader, about);
        return new ShownThread.Standing(
                mayPost.allowed(),
                thread != null && circle.mayLead(reader, thread).allowed(),
                mayPost.allowed() ? null : whyNot.of(mayPost, about, reader, language),
                closed);
    }

    /// How posts look to a reader.
    ///
    /// @param readTo until when she had read the thread
    List<ShownPost> shown(MemberId reader, Collection<Seen> seen, @Nullable Instant readTo) {
        Map<PostId, Post> answered = answered(seen);
        Map<String, PostText> texts = new HashMap<>();
        Set<Subject> mentioned = new HashSet<>();
        for (Seen one : seen) {
            texts.put(one.post().id().toString(), PostText.of(one.post().words()));
            mentioned.addAll(PostText.mentionedIn(one.post().words()));
        }
        Map<Subject, Named> names = namesOf(mentioned, reader);
        Map<MemberId, Member> authors =
                members.some(
                        Stream.concat(
                                        seen.stream().map(one -> one.post().author()),
                                        answered.values().stream().map(Post::author))
                                .collect(toSet()));
        return seen.stream()
                .map(one ->
                        shown(
                                one,
                                reader,
                                readTo,
                                Objects.requireNonNull(texts.get(one.post().id().toString())),
                                names,
                                authors,
                                answered))
                .toList();
    }

    private ShownPost shown(
            Seen seen,
            MemberId reader,
            @Nullable Instant readTo,
            PostText text,
            Map<Subject, Named> names,
            Map<MemberId, Member> authors,
            Map<PostId, Post> answered) {
        Post post = seen.post();
        boolean isMine = post.author().equals(reader);
        boolean isRead = readTo != null && !post.at().isAfter(readTo);
        return new ShownPost(
                post.id().toString(),
                post.root().toString(),
                place(post),
                answered(post, answered, authors),
                post.isDeleted() ? null : author(authors.get(post.author())),
                moment(post.at()),
                post.edited() != null && !post.isDeleted(),
                post.isDeleted(),
                post.version(),
                blocks(text, names),
                post.isDeleted() ? List.of() : seen.reactions(),
                seen.files().stream().map(ThreadsAtWork::file).toList(),
                post.mark(),
                isMine,
                !isRead && !isMine && !post.isDeleted());
    }

    private static ShownFile file(Attachment file) {
        return new ShownFile(file.id().toString(), file.name(), size(file.size()), file.extent());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1000.0)) + " kB"
                : Math.round(bytes / 1_000_000.0) + " MB";
    }

    /// Those that are answered further down than at the beginning.
    private Map<PostId, Post> answered(Collection<Seen> seen) {
        return catalogue
                .some(
                        seen.stream()
                                .map(Seen::post)
                                .filter(post ->
                                        post.answers() != null
                                                && !post.answers().equals(post.root()))
                                .map(Post::answers)
                                .filter(Objects::nonNull)
                                .collect(toSet()))
                .stream()
                .collect(toMap(Post::id, Function.identity()));
    }

    private @Nullable Answered answered(
            Post post, Map<PostId, Post> answered, Map<MemberId, Member> authors) {
        return Optional.ofNullable(post.answers())
                .flatMap(id -> Optional.ofNullable(answered.get(id)))
                .filter(one -> !one.isDeleted())
                .flatMap(one ->
                        Optional.ofNullable(authors.get(one.author()))
                                .map(author -> new Answered(one.id().toString(), author.name())))
                .orElse(null);
    }

    private static String place(Post post) {
        return sortable(post.rootAt()) + sortable(post.at());
    }

    private static String sortable(Instant at) {
        return "%012d%06d".formatted(at.getEpochSecond(), at.getNano() / 1000);
    }

    private static @Nullable Author author(@Nullable Member member) {
        return member == null
                ? null
                : new Author(
                        member.id().toString(),
                        member.name(),
                        Face.initials(member.name()),
                        PersonColour.of(member.id()),
                        Paths.person(member.slug()));
    }

    Moment moment(Instant at) {
        return Moment.of(at, new When(at, clock));
    }

    /// Words with the names of what they mention, each as the reader may know it.
    List<Block> blocks(String words, MemberId reader) {
        return blocks(PostText.of(words), namesOf(PostText.mentionedIn(words), reader));
    }

    private static List<Block> blocks(PostText text, Map<Subject, Named> names) {
        return text.blocks().stream()
                .map(block ->
                        new Block(
                                block.form(),
                                block.runs().stream().map(run -> run(run, names)).toList()))
                .toList();
    }

    private static Run run(PostText.Run run, Map<Subject, Named> names) {
        return new Run(
                run.words(),
                run.bold(),
                run.italic(),
                run.link(),
                run.mention() == null ? null : mention(run.mention(), names.get(run.mention())));
    }

    private static Mention mention(Subject subject, @Nullable Named named) {
        return new Mention(
                subject.type(),
                subject.id().toString(),
                named == null ? null : named.name(),
                named == null ? null : named.path());
    }

    List<Mention> mentionsIn(String words, MemberId reader) {
        Set<Subject> mentioned = PostText.mentionedIn(words);
        Map<Subject, Named> names = namesOf(mentioned, reader);
        return mentioned.stream().map(one -> mention(one, names.get(one))).toList();
    }

    /// A quoted post is called by the name of its author.
    private Map<Subject, Named> namesOf(Set<Subject> mentioned, MemberId reader) {
        Map<Subject, Named> names = new HashMap<>();
        types.find(mentioned, reader).forEach(named -> names.put(named.subject(), named));
        List<Post> quoted =
                catalogue.some(
                        mentioned.stream()
                                .filter(one -> one.type().equals(PostId.SUBJECT))
                                .map(one -> new PostId(one.id()))
                                .collect(toSet()));
        Map<MemberId, String> authors =
                members.namesOf(quoted.stream().map(Post::author).collect(toSet()));
        quoted.forEach(post -> {
            var subject = new Subject(PostId.SUBJECT, post.id().value());
            String name = authors.get(post.author());
            if (name != null
                    && !post.isDeleted()
                    && catalogue.find(reader, post.thread()).isPresent()) {
                names.put(subject, new Named(subject, name, "", ""));
            }
        });
        return names;
    }

    /// What becomes of something that may break a rule.
    Answer answer(Locale language, Supplier<Answer> act) {
        try {
            return act.get();
        } catch (BrokenRule broken) {
            String why = sentences.of(broken, language);
            boolean isLater =
                    broken.kind() == BrokenRule.Kind.TOO_MUCH
                            || broken.kind() == BrokenRule.Kind.BUSY;
            return isLater ? Answer.tryLater(why) : Answer.refused(why);
        }
    }
}
