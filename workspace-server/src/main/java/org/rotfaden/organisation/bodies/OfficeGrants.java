package org.rotfaden.organisation.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What comes from offices. Those in an executive committee have roles in its unit as well.
@Component
@Order(10)
class OfficeGrants implements GrantSource {

    private static final String HELD =
            """
            select office.member_id, office.body_id, office.role, office.title, office.last_day, body.kind,
                body.name, body.unit_id
            from office join body on body.id = office.body_id
            where ? between office.from_day and office.last_day and
            """;

    private static final String IN_ORDER = " order by office.from_day, office.id";

    private final JdbcClient jdbc;
    private final Structures structures;
    private static final int MONTHS_BY_DAY = 3;

    private final Today today;

    OfficeGrants(JdbcClient jdbc, Structures structures, Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.today = today;
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        return jdbc
                .sql(HELD + "office.member_id = ?" + IN_ORDER)
                .params(today.date(), member.value())
                .query((row, _) -> holders(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .map(Holder::grant)
                .toList();
    }

    @Override
    public List<Holder> holdersAt(Set<Subject> subjects) {
        return jdbc
                .sql(HELD + "(office.body_id = any(?) or body.unit_id = any(?))" + IN_ORDER)
                .param(today.date())
                .param(idsOf(BodyId.SUBJECT, subjects))
                .param(idsOf(UnitId.SUBJECT, subjects))
                .query((row, _) -> holders(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(holder -> subjects.contains(holder.grant().where()))
                .toList();
    }

    private List<Holder> holders(ResultSet row) throws SQLException {
        var member = Columns.id(row, "member_id", MemberId::new);
        var body = Columns.id(row, "body_id", BodyId::new);
        var unit = Columns.id(row, "unit_id", UnitId::new);
        var reason =
                new Reason(
                        "OFFICE",
                        row.getString("title"),
                        new Seated(row.getString("name"), structures.current().get(unit).name()),
                        until(row.getObject("last_day", LocalDate.class)));
        var inBody = new Holder(member, new Grant(Role.BODY_MEMBER, body.subject(), reason));
        if (BodyKind.valueOf(row.getString("kind")) != BodyKind.EXECUTIVE_COMMITTEE) {
            return List.of(inBody);
        }
        Role role = OfficeRole.valueOf(row.getString("role")).inUnit();
        return List.of(new Holder(member, new Grant(role, unit.subject(), reason)), inBody);
    }

    /// The month says enough, until the day is near.
    private Object until(LocalDate last) {
        return last.isBefore(today.date().plusMonths(MONTHS_BY_DAY)) ? last : YearMonth.from(last);
    }

    private static UUID[] idsOf(String type, Set<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(type))
                .map(Subject::id)
                .toArray(UUID[]::new);
    }
}
