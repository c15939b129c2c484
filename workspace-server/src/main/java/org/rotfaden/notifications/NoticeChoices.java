package org.rotfaden.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members want to hear of, and what not. It is nobody else's business.
@Service
public class NoticeChoices {

    /// So many things one follows and mutes by hand.
    static final int MOST = 1000;

    private static final int LONGEST_KIND = 60;

    private final ChoiceRows rows;
    private final SubjectTypes types;
    private final Activities activities;
    private final Clock clock;

    NoticeChoices(ChoiceRows rows, SubjectTypes types, Activities activities, Clock clock) {
        this.rows = rows;
        this.types = types;
        this.activities = activities;
        this.clock = clock;
    }

    /// Tells a member from now on what happens to a subject: of a thread each post, of a place the
    /// threads that are begun there.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOTHING_TO_HEAR_OF when she may not know of it
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_CHOICES when she has made a thousand
    @Transactional
    public void follow(MemberId member, Subject subject) {
        expectToHearOf(member, new Of.About(subject));
        rows.follow(member, subject);
        activities.tell(new NoticeEvent.Changed(member));
    }

    @Transactional
    public void unfollow(MemberId member, Subject subject) {
        rows.unfollow(member, subject);
        activities.tell(new NoticeEvent.Changed(member));
    }

    public boolean follows(MemberId member, Subject subject) {
        return rows.follows(member, subject);
    }

    /// Tells a member nothing of it, until a moment or for good. Whom it concerns is not asked: who
    /// is mentioned in what she has muted does not hear of that either.
    ///
    /// @param until nothing for good
    /// @throws org.rotfaden.security.BrokenRule NOTHING_TO_HEAR_OF when she may not know of it
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_CHOICES when she has made a thousand
    @Transactional
    public void mute(MemberId member, Of what, @Nullable Instant until) {
        expectToHearOf(member, what);
        rows.mute(member, what, until);
        activities.tell(new NoticeEvent.Changed(member));
    }

    @Transactional
    public void unmute(MemberId member, Of what) {
        rows.unmute(member, what);
        activities.tell(new NoticeEvent.Changed(member));
    }

    /// What a member does not want to hear of now.
    public List<Choice> mutedBy(MemberId member) {
        return rows.mutedBy(member, clock.instant(), MOST);
    }

    private void expectToHearOf(MemberId member, Of what) {
        boolean isThere =
                switch (what) {
                    case Of.About(var subject) -> types.isSeenBy(member, subject);
                    case Of.Kind(var why) -> why.matches("[A-Z_]{1," + LONGEST_KIND + "}");
                };
        if (!isThere) {
            throw NoticeObjection.NOTHING_TO_HEAR_OF.raised();
        }
        if (rows.count(member) >= MOST) {
            throw NoticeObjection.TOO_MANY_CHOICES.raised();
        }
    }
}
