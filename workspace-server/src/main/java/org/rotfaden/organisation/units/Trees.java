package org.rotfaden.organisation.units;

import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The trees themselves: their names and what their levels are called.
@Service
public class Trees {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;

    Trees(
            JdbcClient jdbc,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Activities activities) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
    }

    /// Makes a tree, which has no units yet.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless an administrator of the association does
    ///   it
    @Transactional
    public UnitTree make(MemberId by, NewTree tree) {
        permissions.decide(by, Permission.ADMINISTER, Subject.ASSOCIATION).orRefuse();
        Structure structure = structures.beginChange();
        TreeId id = TreeId.random();
        String slug =
                tree.name()
                        .slug(taken ->
                                structure.trees().stream()
                                        .anyMatch(known -> known.slug().equals(taken)));
        jdbc.sql("insert into unit_tree values (?, ?, ?, ?)")
                .params(id.value(), tree.name().value(), slug, structure.trees().size() + 1)
                .update();
        int number = 1;
        for (UnitLevel level : tree.levels()) {
            jdbc.sql("insert into unit_level values (?, ?, ?, ?)")
                    .params(id.value(), number++, level.name(), level.plural())
                    .update();
        }
        audit.record(by, "TREE_MADE", Subject.ASSOCIATION, id.value());
        activities.tell(new TreeEvent.Made(by, id));
        return structures.current().tree(id);
    }
}
