package org.rotfaden.discussions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rotfaden.activity.Activities;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How members react to posts without writing. Nothing is sorted by it.
@Service
public class Reactions {

    /// How many reacted to a post in one way.
    ///
    /// @param mine whether the reader is among them
    public record Count(ReactionKind kind, int members, boolean mine) {}

    private record Row(PostId post, Count count) {}

    private final JdbcClient jdbc;
    private final Circle circle;
    private final PostRows posts;
    private final Pace pace;
    private final Activities activities;
    private final Clock clock;

    Reactions(
            JdbcClient jdbc,
            Circle circle,
            PostRows posts,
            Pace pace,
            Activities activities,
            Clock clock) {
        this.jdbc = jdbc;
        this.circle = circle;
        this.posts = posts;
        this.pace = pace;
        this.activities = activities;
        this.clock = clock;
    }

    /// Reacts to a post; twice is once.
    ///
    /// @throws org.rotfaden.security.NotPermitted when she does not take part there
    /// @throws org.rotfaden.security.BrokenRule POST_DELETED when it is deleted
    @Transactional
    public void react(MemberId by, PostId id, ReactionKind kind) {
        DiscussionThread thread = expectTakingPart(by, id);
        pace.post(by);
        int news =
                jdbc.sql("insert into post_reaction values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                id.value(),
                                kind.name(),
                                by.value(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        tell(news, by, thread, id);
    }

    /// Takes a reaction back.
    ///
    /// @throws org.rotfaden.security.NotPermitted when she does not take part there
    @Transactional
    public void takeBack(MemberId by, PostId id, ReactionKind kind) {
        DiscussionThread thread = expectTakingPart(by, id);
        pace.post(by);
        int news =
                jdbc.sql(
                                """
                                delete from post_reaction
                                where post_id = ? and kind = ? and member_id = ?
                                """)
                        .params(id.value(), kind.name(), by.value())
                        .update();
        tell(news, by, thread, id);
    }

    private DiscussionThread expectTakingPart(MemberId by, PostId id) {
        DiscussionThread thread = circle.holdOf(by, id);
        circle.mayPost(by, thread.about()).orRefuse();
        if (posts.find(id).filter(post -> !post.isDeleted()).isEmpty()) {
            throw DiscussionObjection.POST_DELETED.raised();
        }
        return thread;
    }

    private void tell(int news, MemberId by, DiscussionThread thread, PostId id) {
        if (news > 0) {
            activities.tell(new ThreadEvent.Reacted(by, thread.id(), thread.about(), id));
        }
    }

    /// Who reacted in one way, in the order in which they did.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when there is none that she may read
    public List<MemberId> who(MemberId reader, PostId id, ReactionKind kind, int most) {
        if (posts.find(id)
                .filter(post -> !post.isDeleted())
                .flatMap(post -> circle.find(reader, post.thread()))
                .isEmpty()) {
            throw DiscussionObjection.POST_NOT_FOUND.raised();
        }
        return jdbc.sql(
                        """
                        select member_id from post_reaction where post_id = ? and kind = ?
                        order by at, member_id limit ?
                        """)
                .params(id.value(), kind.name(), most)
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }

    /// How many reacted to some posts, each way in the same order.
    Map<PostId, List<Count>> counts(MemberId reader, Collection<PostId> ids) {
        return jdbc
                .sql(
                        """
                        select post_id, kind, count(*) members, bool_or(member_id = ?) mine
                        from post_reaction where post_id = any(?) group by post_id, kind
                        """)
                .param(reader.value())
                .param(ids.stream().map(PostId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Row(
                                Columns.id(row, "post_id", PostId::new),
                                new Count(
                                        ReactionKind.valueOf(row.getString("kind")),
                                        row.getInt("members"),
                                        row.getBoolean("mine"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> row.count().kind()))
                .collect(groupingBy(Row::post, mapping(Row::count, toList())));
    }
}
