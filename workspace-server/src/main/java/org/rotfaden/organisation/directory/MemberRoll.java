package org.rotfaden.organisation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// All members with where they are at home and what they hold, for those who administer them.
@Service
public class MemberRoll {

    private static final String HOME =
            """
             left join lateral (
                select unit_id, kind, from_day from membership
                where member_id = member.id and from_day <= :today
                    and coalesce(last_day, 'infinity') >= :today
                    and (:anyUnit or unit_id = any(:units)) and (:kind = '' or kind = :kind)
                order by from_day, unit_id limit 1) as home on true
            """;

    private static final String OFFICE =
            """
             left join lateral (
                select office.title || ', ' || body.name as office
                from office join body on body.id = office.body_id
                where office.member_id = member.id and :today between office.from_day and office.last_day
                order by body.kind <> 'EXECUTIVE_COMMITTEE', office.from_day, office.id limit 1) as held on true
            """;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Structures structures;
    private final Today today;

    MemberRoll(JdbcClient jdbc, Permissions permissions, Structures structures, Today today) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.structures = structures;
        this.today = today;
    }

    /// The members asked for, by name.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks administers the members
    public List<Enrolled> list(MemberId by, RollQuery query, int after, int most) {
        return asked(
                        by,
                        "member.*, home.unit_id, home.kind, home.from_day, held.office",
                        true,
                        true,
                        query,
                        " order by lower(member.name), member.id offset :after limit :most")
                .param("after", after)
                .param("most", most)
                .query((row, _) -> enrolled(row))
                .list();
    }

    /// How many members are asked for.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks administers the members
    public int count(MemberId by, RollQuery query) {
        return asked(by, "count(*)", query.asksForHome(), query.inOffice(), query, "")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(
            MemberId by,
            String what,
            boolean withHome,
            boolean withOffice,
            RollQuery query,
            String order) {
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION).orRefuse();
        String words = Wording.plain(query.words());
        var conditions = new StringBuilder("true");
        Map<String, Object> parameters = new HashMap<>();
        if (!words.isEmpty()) {
            conditions.append(
                    """
                     and (position(lower(unaccent(:words)) in lower(unaccent(member.name))) > 0
                        or position(lower(:words) in lower(member.email)) > 0)
                    """);
            parameters.put("words", words);
        }
        if (query.asksForHome()) {
            conditions.append(" and home.unit_id is not null");
        }
        if (query.inOffice()) {
            conditions.append(" and held.office is not null");
        }
        if (withHome || withOffice) {
            parameters.put("today", today.date());
        }
        if (withHome) {
            parameters.put("anyUnit", query.within().isEmpty());
            parameters.put("units", units(query));
            parameters.put("kind", query.kind().map(Enum::name).orElse(""));
        }
        String joined = (withHome ? HOME : "") + (withOffice ? OFFICE : "");
        return jdbc.sql(
                        "select "
                                + what
                                + " from member "
                                + joined
                                + " where "
                                + conditions
                                + order)
                .params(parameters);
    }

    private UUID[] units(RollQuery query) {
        return query.within().stream()
                .flatMap(unit -> structures.current().within(unit).stream())
                .map(UnitId::value)
                .toArray(UUID[]::new);
    }

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        @Nullable UnitId unit = Columns.idOrNull(row, "unit_id", UnitId::new);
        @Nullable String office = row.getString("office");
        return new Enrolled(
                Columns.id(row, "id", MemberId::new),
                row.getString("name"),
                row.getString("slug"),
                row.getString("email"),
                unit == null ? Optional.empty() : Optional.of(home(unit, row)),
                office == null ? "" : office);
    }

    private static Enrolled.Home home(UnitId unit, ResultSet row) throws SQLException {
        return new Enrolled.Home(
                unit,
                MembershipKind.valueOf(row.getString("kind")),
                row.getObject("from_day", LocalDate.class));
    }
}
