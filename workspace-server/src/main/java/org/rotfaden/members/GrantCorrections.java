package org.rotfaden.members;

import java.util.UUID;
import org.rotfaden.association.Conflict;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Undoes that a role was given or ended. What others did meanwhile stays as it is.
@Service
public class GrantCorrections {

    private final ExplicitGrants grants;
    private final Permissions permissions;

    GrantCorrections(ExplicitGrants grants, Permissions permissions) {
        this.grants = grants;
        this.permissions = permissions;
    }

    /// Takes back that a role was given: what was there before is there again.
    ///
    /// @throws org.rotfaden.security.BrokenRule GRANT_NOT_FOUND when what was given is not there
    ///   any more
    @Transactional
    public void takeBack(MemberId by, Given given) {
        UUID id = given.grant().id();
        permissions.hold(grants.get(id).where());
        grants.lock();
        grants.get(id);
        given.before()
                .map(ExplicitGrant::again)
                .ifPresentOrElse(former -> grants.give(by, former), () -> grants.end(by, id));
    }

    /// Gives again what was ended.
    ///
    /// @throws Conflict when somebody has given it anew
    @Transactional
    public void giveAgain(MemberId by, ExplicitGrant ended) {
        permissions.hold(ended.where());
        grants.lock();
        NewGrant again = ended.again();
        if (grants.standing(again).isPresent()) {
            throw new Conflict();
        }
        grants.give(by, again);
    }
}
