package org.rotfaden.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens on one node reaches the others, and what they keep at hand of it is forgotten.
@WorkspaceTest
class BroadcastTests {

    @Autowired private Bus bus;
    @Autowired private LiveTopics topics;
    @Autowired private Activities activities;
    @Autowired private Permissions permissions;
    @Autowired private Associations associations;
    @Autowired private Association association;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private final NodeId elsewhere = NodeId.random();
    private final MotionId motion = new MotionId(UUID.randomUUID());
    private final Topic about = Topic.about(motion.subject());

    @Test
    void what_happens_elsewhere_is_seen_here_and_not_said_again() {
        var ear = new Ear();
        List<BusMessage> saidHere = new CopyOnWriteArrayList<>();
        Runnable stopHearing = bus.subscribe(elsewhere, saidHere::add);
        Runnable stop = topics.follow(Set.of(about), ear);
        bus.publish(new BusMessage.Happened(elsewhere, News.of(told(1))));
        await().until(() -> ear.versions().equals(List.of(1L)));
        assertThat(saidHere).isEmpty();
        stop.run();
        stopHearing.run();
    }

    @Test
    void what_happens_here_is_said_to_the_others_after_the_commit() {
        List<BusMessage> heard = new CopyOnWriteArrayList<>();
        Runnable stop = bus.subscribe(elsewhere, heard::add);
        transaction.executeWithoutResult(_ -> {
            activities.tell(changed());
            activities.tell(RightsChanged.belonging(motion.subject()));
            assertThat(heard).isEmpty();
        });
        assertThat(heard)
                .as("rights before what needs them, whole")
                .anyMatch(message ->
                        message instanceof BusMessage.Happened(_, News(var rights, _, var told))
                                && rights.equals(RightsChanged.belonging(motion.subject()))
                                && told.stream()
                                        .map(Told::what)
                                        .toList()
                                        .equals(List.of(changed())));
        stop.run();
    }

    /// Past this node, as another one does.
    @Test
    void rights_that_are_changed_elsewhere_hold_here_at_once() {
        Member bekir = association.newcomer(Right.WRITE);
        assertThat(mayWrite(bekir)).isTrue();
        jdbc.sql("update member set may = 'READ' where id = ?").param(bekir.id().value()).update();
        bus.publish(new BusMessage.Happened(elsewhere, News.of(RightsChanged.of(bekir.id()))));
        await().until(() -> !mayWrite(bekir));
    }

    @Test
    void what_another_node_changes_is_kept_at_hand_no_longer() {
        associations.found(
                new AssociationSettings(
                        "Verein", Locale.GERMAN, java.time.ZoneId.of("Europe/Berlin"), null));
        assertThat(associations.find().orElseThrow().name()).isEqualTo("Verein");
        jdbc.sql("update association set name = 'Verband'").update();
        var changed = new AssociationEvent.Founded();
        bus.publish(
                new BusMessage.Happened(
                        elsewhere, News.of(new Told(changed, Instant.EPOCH, Map.of()))));
        await().until(() -> associations.find().orElseThrow().name().equals("Verband"));
    }

    /// Its message was lost, or Redis is gone.
    @Test
    void rights_that_another_node_ended_without_a_word_end_here() {
        Member bekir = association.newcomer(Right.WRITE);
        assertThat(mayWrite(bekir)).isTrue();
        jdbc.sql("update member set may = 'READ' where id = ?").param(bekir.id().value()).update();
        countedElsewhere();
        await().until(() -> !mayWrite(bekir));
    }

    @Test
    void what_another_node_changed_without_a_word_is_kept_at_hand_no_longer() {
        associations.found(
                new AssociationSettings(
                        "Verein", Locale.GERMAN, java.time.ZoneId.of("Europe/Berlin"), null));
        assertThat(associations.find().orElseThrow().name()).isEqualTo("Verein");
        jdbc.sql("update association set name = 'Verband'").update();
        countedElsewhere();
        await().until(() -> associations.find().orElseThrow().name().equals("Verband"));
    }

    @Test
    void every_change_of_rights_and_of_what_is_kept_at_hand_is_counted() {
        List<Long> numbers = new CopyOnWriteArrayList<>();
        Runnable stop =
                bus.subscribe(
                        elsewhere,
                        message -> {
                            if (message instanceof BusMessage.Happened(_, var news)) {
                                numbers.add(news.number());
                            }
                        });
        transaction.executeWithoutResult(
                _ -> activities.tell(RightsChanged.belonging(motion.subject())));
        transaction.executeWithoutResult(_ -> activities.tell(new AssociationEvent.Founded()));
        transaction.executeWithoutResult(_ -> activities.tell(changed()));
        assertThat(numbers).hasSize(3).endsWith(0L);
        assertThat(numbers.get(1)).isEqualTo(numbers.get(0) + 1);
        stop.run();
    }

    /// A transaction of another node is over, of which nothing is heard.
    private void countedElsewhere() {
        jdbc.sql(
                        """
                        insert into topic_version values ('nodes', 1)
                        on conflict (topic) do update set version = topic_version.version + 1
                        """)
                .update();
    }

    private boolean mayWrite(Member member) {
        return permissions.allows(member.id(), Permission.ACT_FOR, Subject.ASSOCIATION);
    }

    private MotionEvent changed() {
        return new MotionEvent.Changed(motion, Subject.ASSOCIATION);
    }

    private Told told(long version) {
        return new Told(changed(), Instant.EPOCH, Map.of(about, version));
    }
}
