package org.rotfaden.motions;

import java.util.Optional;
import java.util.UUID;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectScope;
import org.rotfaden.security.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A motion is where its owner is.
@Component
class MotionScope implements SubjectScope, Visibility {

    private final JdbcClient jdbc;
    private final Permissions permissions;

    MotionScope(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return MotionId.SUBJECT;
    }

    @Override
    public Optional<Scope> scopeOf(Subject motion) {
        return ownerOf(motion).flatMap(permissions::scopeOf).map(owner -> owner.around(motion));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject motion) {
        return permissions.allows(reader, Permission.READ, motion);
    }

    /// As everywhere what lies above comes before the motion's row. The motion may have become
    /// another's before it was held.
    @Override
    public void hold(Subject motion) {
        Optional<Subject> before = ownerOf(motion);
        before.ifPresent(permissions::hold);
        jdbc.sql("select 1 from motion where id = ? for share")
                .param(motion.id())
                .query(Integer.class)
                .list();
        ownerOf(motion)
                .filter(now -> !before.equals(Optional.of(now)))
                .ifPresent(permissions::hold);
    }

    private Optional<Subject> ownerOf(Subject motion) {
        return jdbc.sql("select owner_type, owner_id from motion where id = ?")
                .param(motion.id())
                .query((row, _) ->
                        new Subject(
                                row.getString("owner_type"), row.getObject("owner_id", UUID.class)))
                .optional();
    }

    /// Whoever writes a motion invites others to it.
    @Override
    public Permission authority() {
        return Permission.ACT_FOR;
    }
}
