package org.rotfaden.organisation.memberships;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.springframework.stereotype.Component;

/// With the last home go the responsibilities of whoever leaves: who brings that day nearer could
/// end those as well. Otherwise a branch could put its chair above out of office. It does not
/// matter whether somebody ends a membership, or whether an age limit, a date of birth, a move or a
/// reform does; an age that is reached after more than a year does not matter yet. Whoever only
/// grows older is not asked about.
@Component
class LastHomes {

    private final EndedMemberships memberships;
    private final Permissions permissions;
    private final ExplicitGrants grants;

    LastHomes(EndedMemberships memberships, Permissions permissions, ExplicitGrants grants) {
        this.memberships = memberships;
        this.permissions = permissions;
        this.grants = grants;
    }

    /// Until when some people have homes, before anything changes.
    Map<MemberId, LastDay> knownNow(Collection<MemberId> some) {
        return memberships.lastDays(some);
    }

    /// Goes on only when whoever made a change could also end what those hold who now leave sooner,
    /// and others administer the association and operate the server as long as they would have.
    /// Everybody may leave by herself.
    ///
    /// @param before until when they had homes
    /// @throws org.rotfaden.security.NotPermitted when they hold what she does not administer
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left
    void expectAuthority(MemberId by, Map<MemberId, LastDay> before) {
        Map<MemberId, LastDay> leaving = leavingSooner(before);
        List<MemberId> others =
                leaving.keySet().stream().filter(member -> !member.equals(by)).toList();
        permissions.decideOver(by, others).forEach(Decision::orRefuse);
        grants.expectOthers(
                leaving.entrySet().stream()
                        .filter(known -> !known.getValue().isWrittenDown())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        known -> memberships.foreseeable(known.getValue()))));
    }

    /// Who leaves sooner than before, with the last day that was known then.
    private Map<MemberId, LastDay> leavingSooner(Map<MemberId, LastDay> before) {
        Map<MemberId, LastDay> now = memberships.lastDays(before.keySet());
        return before.entrySet().stream()
                .filter(known -> {
                    LastDay last = now.getOrDefault(known.getKey(), LastDay.NONE);
                    return last.day().isBefore(known.getValue().day())
                            && memberships.isForeseeable(last);
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
