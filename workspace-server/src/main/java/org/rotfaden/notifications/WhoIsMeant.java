package org.rotfaden.notifications;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rotfaden.activity.Addressed;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Component;

/// The members who are meant where something concerns a member, all of a place, or who began or
/// follow something.
@Component
class WhoIsMeant {

    /// So many are told of one thing at the most.
    static final int MOST = 2000;

    private static final Set<Role> BELONGING =
            Set.of(Role.BODY_MEMBER, Role.GROUP_HOST, Role.GROUP_MEMBER);

    private final ChoiceRows choices;
    private final Memberships memberships;
    private final Followings followings;
    private final SubjectTypes types;
    private final Permissions permissions;

    WhoIsMeant(
            ChoiceRows choices,
            Memberships memberships,
            Followings followings,
            SubjectTypes types,
            Permissions permissions) {
        this.choices = choices;
        this.memberships = memberships;
        this.followings = followings;
        this.types = types;
        this.permissions = permissions;
    }

    Stream<MemberId> by(Addressed addressed) {
        Subject whom = addressed.whom();
        return switch (addressed.relation()) {
            case ARE -> are(whom);
            case BEGAN -> types.of(whom).flatMap((SubjectType type) -> type.begunBy(whom)).stream();
            case FOLLOW -> follow(whom);
        };
    }

    private Stream<MemberId> are(Subject whom) {
        return switch (whom.type()) {
            case MemberId.SUBJECT -> Stream.of(new MemberId(whom.id()));
            case UnitId.SUBJECT -> memberships.everybodyIn(new UnitId(whom.id()), MOST).stream();
            default -> belongTo(whom);
        };
    }

    private Stream<MemberId> belongTo(Subject place) {
        return permissions.holdersAt(place).stream()
                .filter(holder -> holder.grant().where().equals(place))
                .filter(holder -> BELONGING.contains(holder.grant().role()))
                .map(holder -> holder.member());
    }

    /// Whoever follows a unit on its page hears of it as well.
    private Stream<MemberId> follow(Subject what) {
        List<MemberId> ofUnit =
                what.type().equals(UnitId.SUBJECT)
                        ? followings.followersOf(new UnitId(what.id()), MOST)
                        : List.of();
        return Stream.concat(choices.followersOf(what, MOST).stream(), ofUnit.stream());
    }
}
