package org.rotfaden.ui.elements;

import org.rotfaden.association.AssociationEvent;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.rules.RuleEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.RightsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells open screens what happened to members, to what they may do, and to the association, its
/// units, bodies and groups. Told after the commit.
@Component
public class LiveNews {

    /// [MemberEvent]s.
    public static final String MEMBERS = "members";

    /// [RightsChanged].
    public static final String RIGHTS = "rights";

    /// [AssociationEvent]s, [UnitEvent]s, [RuleEvent]s, [MembershipEvent]s, [BodyEvent]s and
    /// [GroupEvent]s.
    public static final String ORGANISATION = "organisation";

    private final LiveTopics topics;

    LiveNews(LiveTopics topics) {
        this.topics = topics;
    }

    @TransactionalEventListener
    void on(MemberEvent event) {
        topics.publish(MEMBERS, event);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RightsChanged event) {
        topics.publish(RIGHTS, event);
    }

    @TransactionalEventListener(
            fallbackExecution = true,
            classes = {
                AssociationEvent.class,
                UnitEvent.class,
                RuleEvent.class,
                MembershipEvent.class,
                BodyEvent.class,
                GroupEvent.class
            })
    void onOrganisation(Object event) {
        topics.publish(ORGANISATION, event);
    }
}
