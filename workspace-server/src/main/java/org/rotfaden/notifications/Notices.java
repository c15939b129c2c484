package org.rotfaden.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.activity.Activities;
import org.rotfaden.notifications.NoticeRows.Waiting;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What concerned a member. Of what she may not know any more she is shown nothing, nor is it
/// counted.
@Service
public class Notices {

    /// More than these are not counted.
    public static final int MOST_COUNTED = 100;

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final SubjectTypes types;
    private final Activities activities;
    private final Clock clock;

    Notices(
            NoticeRows rows,
            ChoiceRows choices,
            SubjectTypes types,
            Activities activities,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.types = types;
        this.activities = activities;
        this.clock = clock;
    }

    /// The notices of a member, the newest first.
    ///
    /// @param after how many to leave out at the beginning
    public List<Notice> list(MemberId member, int after, int most) {
        var sight = new Sight(member);
        return rows.of(member).stream()
                .filter(notice -> sight.sees(notice.subject()))
                .skip(after)
                .limit(most)
                .toList();
    }

    /// Those that a member has not read, the newest first.
    public List<Notice> unread(MemberId member, int most) {
        var sight = new Sight(member);
        return rows.of(member).stream()
                .filter(Notice::isUnread)
                .filter(notice -> sight.sees(notice.subject()))
                .limit(most)
                .toList();
    }

    /// One of a member's, by itself where several are gathered.
    public Optional<Notice> find(MemberId member, NoticeId id) {
        return rows.find(member, id).filter(notice -> types.isSeenBy(member, notice.subject()));
    }

    /// How many a member has not read, [#MOST_COUNTED] at the most.
    public int countUnread(MemberId member) {
        int count = 0;
        for (Waiting waiting : rows.waiting(member)) {
            if (count >= MOST_COUNTED) {
                return MOST_COUNTED;
            }
            count += types.isSeenBy(member, waiting.subject()) ? waiting.notices() : 0;
        }
        return Math.min(count, MOST_COUNTED);
    }

    /// Marks some as read, each with what is gathered in it. What is read stays as it is.
    @Transactional
    public void read(MemberId member, Collection<NoticeId> ids) {
        tellIf(rows.read(member, ids, now()) > 0, member);
    }

    /// Marks all as read.
    ///
    /// @return the moment by which that is taken back
    @Transactional
    public Instant readAll(MemberId member) {
        Instant now = now();
        tellIf(rows.read(member, now) > 0, member);
        return now;
    }

    /// What was marked as read at one moment waits again.
    @Transactional
    public void takeBackRead(MemberId member, Instant moment) {
        tellIf(rows.takeBack(member, moment) > 0, member);
    }

    /// Marks as read what a member sees on the page of a subject.
    @Transactional
    public void readAbout(MemberId member, Subject subject) {
        readUpTo(member, subject, now());
    }

    /// What happened to a subject up to a moment was read where it stands.
    void readUpTo(MemberId member, Subject subject, Instant to) {
        rows.hold(subject);
        tellIf(rows.readUpTo(member, subject, to, now()) > 0, member);
    }

    /// All that is kept of a member, for her who takes it along.
    public List<Notice> ofMember(MemberId member) {
        return rows.of(member);
    }

    /// Keeps nothing of a member any more: neither her notices and choices, nor that it was she who
    /// did what others were told of.
    @Transactional
    public void forget(MemberId member) {
        rows.forget(member);
        choices.forget(member);
        activities.tell(new NoticeEvent.Changed(member));
    }

    private void tellIf(boolean isAnother, MemberId member) {
        if (isAnother) {
            activities.tell(new NoticeEvent.Changed(member));
        }
    }

    /// As exactly as PostgreSQL keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Of what one reader may know; each subject is asked about once.
    private final class Sight {

        private final MemberId reader;
        private final Map<Subject, Boolean> known = new HashMap<>();

        Sight(MemberId reader) {
            this.reader = reader;
        }

        boolean sees(Subject subject) {
            return known.computeIfAbsent(subject, one -> types.isSeenBy(reader, one));
        }
    }
}
