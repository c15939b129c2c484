package org.rotfaden.organisation.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What comes from hosting a group and from taking part in one. Those of an archived group read.
@Component
@Order(30)
class GroupGrants implements GrantSource {

    private static final String TAKING_PART =
            """
            select taking.member_id, taking.group_id, taking.state, name, archived_on is not null as archived
            from group_membership taking join working_group on working_group.id = taking.group_id
            where taking.state in ('MEMBER', 'HOST') and
            """;

    private final JdbcClient jdbc;

    GroupGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        return jdbc.sql(TAKING_PART + "taking.member_id = ? order by lower(name), taking.group_id")
                .param(member.value())
                .query((row, _) -> holder(row).grant())
                .list();
    }

    @Override
    public List<Holder> holdersAt(Set<Subject> subjects) {
        return jdbc.sql(
                        TAKING_PART
                                + "taking.group_id = any(?) order by lower(name), taking.group_id")
                .param(
                        subjects.stream()
                                .filter(subject -> subject.type().equals(WorkingGroupId.SUBJECT))
                                .map(Subject::id)
                                .toArray(UUID[]::new))
                .query((row, _) -> holder(row))
                .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        var group = Columns.id(row, "group_id", WorkingGroupId::new);
        boolean hosts = row.getString("state").equals(Participation.State.HOST.name());
        boolean archived = row.getBoolean("archived");
        Role role = archived ? Role.FORMER_GROUP : hosts ? Role.GROUP_HOST : Role.GROUP_MEMBER;
        String code = archived ? "IN_ARCHIVED_GROUP" : hosts ? "HOST_OF_GROUP" : "IN_GROUP";
        return new Holder(
                Columns.id(row, "member_id", MemberId::new),
                new Grant(role, group.subject(), new Reason(code, row.getString("name"))));
    }
}
