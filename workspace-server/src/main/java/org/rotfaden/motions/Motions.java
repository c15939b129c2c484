package org.rotfaden.motions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Conflict;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.realtime.DocumentEvent;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Pace;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Reason;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members do with motions.
@Service
public class Motions {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Pace pace;
    private final LiveDocuments documents;
    private final MotionCatalogue catalogue;
    private final AuditTrail audit;
    private final Activities activities;
    private final Clock clock;

    Motions(
            JdbcClient jdbc,
            Permissions permissions,
            Pace pace,
            LiveDocuments documents,
            MotionCatalogue catalogue,
            AuditTrail audit,
            Activities activities,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.pace = pace;
        this.documents = documents;
        this.catalogue = catalogue;
        this.audit = audit;
        this.activities = activities;
        this.clock = clock;
    }

    /// Begins a motion. It is in lists once it has a title.
    ///
    /// @throws NotPermitted when the author may not write
    /// @throws org.rotfaden.security.BrokenRule INVALID_OWNER when the owner is a motion
    /// @throws org.rotfaden.security.BrokenRule TITLE_TOO_LONG when its title has more than 200
    ///   characters
    /// @throws org.rotfaden.security.TooFast when she has begun many just now
    @Transactional
    public MotionSummary draft(DraftMotion draft) {
        mayWriteFor(draft.owner(), draft.author());
        pace.begin(draft.author());
        var id = new MotionId(UUID.randomUUID());
        String title = MotionTitle.given(draft.content().title());
        var content = new FirstContent(title, draft.content().text(), draft.content().reason());
        DocumentId document = documents.create(id.subject(), content, draft.author());
        jdbc.sql(
                        """
                        insert into motion (id, title, document_id, author_id, created_at, changed_at,
                            owner_type, owner_id, open_to_all)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        title,
                        document.value(),
                        draft.author().value(),
                        now(),
                        now(),
                        draft.owner().type(),
                        draft.owner().id(),
                        isOpen(draft.owner()))
                .update();
        activities.tell(new MotionEvent.Drafted(draft.author(), id, draft.owner()));
        list(id, draft.owner());
        return catalogue.get(id);
    }

    /// Makes a motion another's: from then on others write it.
    ///
    /// @throws NotPermitted unless [#mayHandOver] says so, and whoever does it writes the motions
    ///   of the new owner
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none of which she
    ///   may know
    /// @throws org.rotfaden.security.BrokenRule INVALID_OWNER when the new owner is a motion
    /// @throws Conflict when it becomes somebody else's at the same moment
    @Transactional
    public MotionSummary handOver(MemberId by, MotionId id, Subject owner) {
        MotionSummary motion = leading(by, id, owner);
        mayWriteFor(owner, by);
        if (motion.state() == MotionState.DISCARDED) {
            throw MotionObjection.MOTION_IS_DISCARDED.raised();
        }
        if (owner.equals(motion.owner())) {
            return motion;
        }
        jdbc.sql("update motion set owner_type = ?, owner_id = ?, open_to_all = ? where id = ?")
                .params(owner.type(), owner.id(), isOpen(owner), id.value())
                .update();
        audit.record(by, "MOTION_HANDED_OVER", id.subject(), owner.id());
        activities.tell(new MotionEvent.HandedOver(by, id, owner));
        activities.tell(RightsChanged.belonging(id.subject()));
        return catalogue.get(id);
    }

    /// Lays a motion aside: nobody writes it any more and it leaves the lists. It can be brought
    /// back, with every word. Done by whoever may hand it over.
    ///
    /// @throws NotPermitted unless [#mayHandOver] says so
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none of which she
    ///   may know
    @Transactional
    public MotionSummary discard(MemberId by, MotionId id) {
        MotionSummary motion = leading(by, id);
        if (motion.state() == MotionState.DISCARDED) {
            return motion;
        }
        jdbc.sql("update motion set discarded_at = ?, discarded_by = ? where id = ?")
                .params(now(), by.value(), id.value())
                .update();
        audit.record(by, "MOTION_DISCARDED", id.subject(), motion.owner().id());
        activities.tell(new MotionEvent.Discarded(by, id, motion.owner()));
        activities.tell(RightsChanged.belonging(id.subject()));
        return catalogue.get(id);
    }

    /// Brings a motion back that was laid aside.
    ///
    /// @throws NotPermitted unless [#mayHandOver] says so
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none of which she
    ///   may know
    @Transactional
    public MotionSummary bringBack(MemberId by, MotionId id) {
        MotionSummary motion = leading(by, id);
        if (motion.state() != MotionState.DISCARDED) {
            return motion;
        }
        jdbc.sql("update motion set discarded_at = null, discarded_by = null where id = ?")
                .param(id.value())
                .update();
        audit.record(by, "MOTION_BROUGHT_BACK", id.subject(), motion.owner().id());
        activities.tell(new MotionEvent.BroughtBack(by, id, motion.owner()));
        activities.tell(RightsChanged.belonging(id.subject()));
        return catalogue.get(id);
    }

    /// Lets all who may read a motion talk about it, or only those who take part where it belongs.
    ///
    /// @throws NotPermitted unless she writes it
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none of which she
    ///   may know
    @Transactional
    public MotionSummary letReadersDiscuss(MemberId by, MotionId id, boolean readers) {
        MotionSummary motion = catalogue.hold(id);
        permissions
                .decide(by, Permission.ACT_FOR, id.subject())
                .orRefuse(catalogue.isReadable(id, by), MotionObjection.MOTION_NOT_FOUND::raised);
        if (motion.readersDiscuss() == readers) {
            return motion;
        }
        jdbc.sql("update motion set readers_discuss = ? where id = ?")
                .params(readers, id.value())
                .update();
        audit.record(by, "MOTION_DISCUSSION_CHANGED", id.subject());
        activities.tell(new MotionEvent.DiscussionChanged(by, id, motion.owner()));
        activities.tell(RightsChanged.belonging(id.subject()));
        return catalogue.get(id);
    }

    /// The motion as it is, and stays until the current transaction ends, with whose it is and
    /// those; by whom leads it.
    private MotionSummary leading(MemberId by, MotionId id, Subject... others) {
        Subject owner = catalogue.get(id).owner();
        permissions.hold(owner);
        List.of(others).forEach(permissions::hold);
        MotionSummary motion = catalogue.hold(id);
        if (!motion.owner().equals(owner)) {
            throw new Conflict();
        }
        mayHandOver(by, motion)
                .orRefuse(catalogue.isReadable(id, by), MotionObjection.MOTION_NOT_FOUND::raised);
        return motion;
    }

    /// Whether somebody may make a motion another's: who writes it and has begun it, or leads what
    /// it belongs to. Where nobody is left who writes for the owner, whoever administers it may.
    public Decision mayHandOver(MemberId by, MotionSummary motion) {
        Subject owner = motion.owner();
        Decision writes = permissions.decide(by, Permission.ACT_FOR, motion.id().subject());
        boolean leads = permissions.allows(by, permissions.authorityOver(owner), owner);
        if (writes.allowed() && (leads || motion.author().equals(by))) {
            return writes;
        }
        Decision administers = permissions.decide(by, Permission.ADMINISTER, owner);
        if (administers.allowed() && isAbandoned(owner)) {
            return administers;
        }
        return writes.allowed()
                ? new Decision(false, new Reason("ONLY_AUTHOR_OR_LEADERS"))
                : writes;
    }

    /// What is a member's own is never abandoned: it waits for her.
    private boolean isAbandoned(Subject owner) {
        boolean isOwn = permissions.authorityOver(owner) == Permission.ACT_FOR;
        return !isOwn
                && permissions.scopeOf(owner).stream()
                        .noneMatch(scope ->
                                permissions.holdersAt(owner).stream()
                                        .anyMatch(holder ->
                                                holder.grant().covers(Permission.ACT_FOR, scope)));
    }

    private void mayWriteFor(Subject owner, MemberId author) {
        if (owner.type().equals(MotionId.SUBJECT)) {
            throw MotionObjection.INVALID_OWNER.raised();
        }
        permissions.decide(author, Permission.ACT_FOR, owner).orRefuse();
    }

    private boolean isOpen(Subject owner) {
        return permissions.scopeOf(owner).stream()
                .anyMatch(scope -> scope.owners().contains(Subject.EVERYBODY));
    }

    /// The row follows the words.
    @EventListener
    @Transactional
    public void on(DocumentEvent.Changed changed) {
        if (!changed.subject().type().equals(MotionId.SUBJECT)) {
            return;
        }
        var id = new MotionId(changed.subject().id());
        String title = MotionTitle.projected(documents.titleOf(changed.document()));
        jdbc.sql("update motion set title = ?, changed_at = greatest(changed_at, ?) where id = ?")
                .params(title, changed.at().atOffset(ZoneOffset.UTC), id.value())
                .update();
        Subject owner = catalogue.get(id).owner();
        activities.tell(new MotionEvent.Changed(id, owner));
        list(id, owner);
    }

    /// With its first title it comes into the lists, and stays there whatever becomes of the title.
    private void list(MotionId id, Subject owner) {
        int newlyListed =
                jdbc.sql(
                                "update motion set listed_at = ? where id = ? and listed_at is null"
                                        + " and title <> ''")
                        .params(now(), id.value())
                        .update();
        if (newlyListed == 1) {
            activities.tell(new MotionEvent.Listed(id, owner));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
