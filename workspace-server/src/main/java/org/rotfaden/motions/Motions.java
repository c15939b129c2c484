package org.rotfaden.motions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.realtime.DocumentEvent;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// What members do with motions.
@Service
public class Motions {

    /// The type of a [Subject] that is a motion.
    static final String SUBJECT = "motion";

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final LiveDocuments documents;
    private final MotionCatalogue catalogue;
    private final LiveTopics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Motions(
            JdbcClient jdbc,
            Permissions permissions,
            LiveDocuments documents,
            MotionCatalogue catalogue,
            LiveTopics topics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.documents = documents;
        this.catalogue = catalogue;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    /// Begins a motion.
    ///
    /// @throws NotPermitted when the author may not write
    /// @throws TitleTooLong when its title has more than 200 characters
    @Transactional
    public MotionSummary draft(DraftMotion draft) {
        permissions
                .decide(draft.author(), Permission.WRITE_MOTIONS, Subject.ASSOCIATION)
                .orRefuse();
        var id = new MotionId(UUID.randomUUID());
        String title = MotionTitle.given(draft.content().title());
        var content = new FirstContent(title, draft.content().text(), draft.content().reason());
        DocumentId document =
                documents.create(new Subject(SUBJECT, id.value()), content, draft.author());
        jdbc.sql(
                        """
                        insert into motion (id, title, document_id, author_id, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), title, document.value(), draft.author().value(), now(), now())
                .update();
        events.publishEvent(new MotionEvent.Drafted(id));
        return catalogue.get(id);
    }

    /// The row follows the words.
    @EventListener
    @Transactional
    public void on(DocumentEvent.Changed changed) {
        if (!changed.subject().type().equals(SUBJECT)) {
            return;
        }
        var id = new MotionId(changed.subject().id());
        String title = MotionTitle.projected(documents.read(changed.document()).plainTitle());
        jdbc.sql("update motion set title = ?, changed_at = ? where id = ?")
                .params(title, now(), id.value())
                .update();
        events.publishEvent(new MotionEvent.Changed(id));
    }

    @TransactionalEventListener
    void tellOpenScreens(MotionEvent event) {
        topics.publish(MotionEvent.TOPIC, event);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
