package org.rotfaden.organisation.units;

import java.util.List;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What ties units together beside their trees: links between units of two trees that work for the
/// same place, and unions for a purpose. No right comes from either.
@Service
public class UnitTies {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    UnitTies(
            JdbcClient jdbc,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// Links two units of different trees.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers one of them
    @Transactional
    public void link(MemberId by, UnitId one, UnitId other) {
        Structure structure = structures.hold();
        expectAuthority(by, one, other);
        if (structure.getCurrent(one).tree().equals(structure.getCurrent(other).tree())) {
            throw UnitObjection.NOT_LINKABLE.raised();
        }
        if (linksOf(one).contains(other)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into unit_link (unit_id, other_id, from_day) values (?, ?, ?)
                        on conflict (unit_id, other_id, from_day) do update set last_day = null
                        """)
                .params(one.value(), other.value(), today.date())
                .update();
        audit.record(by, "UNITS_LINKED", one.subject(), other.value());
        activities.tell(new UnitEvent.Joined(by, List.of(one, other)));
    }

    @Transactional
    public void unlink(MemberId by, UnitId one, UnitId other) {
        structures.hold();
        expectAuthority(by, one, other);
        jdbc.sql(
                        """
                        update unit_link set last_day = ?
                        where last_day is null
                            and ((unit_id = ? and other_id = ?) or (unit_id = ? and other_id = ?))
                        """)
                .params(
                        today.date().minusDays(1),
                        one.value(),
                        other.value(),
                        other.value(),
                        one.value())
                .update();
        audit.record(by, "UNITS_UNLINKED", one.subject(), other.value());
        activities.tell(new UnitEvent.Joined(by, List.of(one, other)));
    }

    /// The units that are linked with one.
    public List<UnitId> linksOf(UnitId unit) {
        return jdbc.sql(
                        """
                        select other_id as id from unit_link where unit_id = ? and last_day is null
                        union
                        select unit_id from unit_link where other_id = ? and last_day is null
                        """)
                .params(unit.value(), unit.value())
                .query(Columns.ids("id", UnitId::new))
                .list();
    }

    /// Joins units for a purpose.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers all of them
    @Transactional
    public UnitUnion join(MemberId by, NewUnion union) {
        Structure structure = structures.hold();
        for (UnitId unit : union.units()) {
            structure.getCurrent(unit);
            permissions.decide(by, Permission.ADMINISTER, unit.subject()).orRefuse();
        }
        UnionId id = UnionId.random();
        var _ = union.name().slug(slug -> !claims(id, union, slug));
        union.units()
                .forEach(unit ->
                        jdbc.sql("insert into unit_union_part values (?, ?)")
                                .params(id.value(), unit.value())
                                .update());
        union.units().forEach(unit -> audit.record(by, "UNION_JOINED", unit.subject(), id.value()));
        activities.tell(new UnitEvent.Joined(by, union.units()));
        return get(id);
    }

    /// Ends a union with yesterday.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers one of its
    ///   units
    @Transactional
    public void dissolve(MemberId by, UnionId id) {
        structures.hold();
        UnitUnion union = get(id);
        union.units().stream()
                .map(unit -> permissions.decide(by, Permission.ADMINISTER, unit.subject()))
                .reduce((one, other) -> one.allowed() ? one : other)
                .orElseThrow(UnitObjection.UNION_NOT_FOUND::raised)
                .orRefuse();
        jdbc.sql("update unit_union set last_day = ? where id = ? and last_day is null")
                .params(today.date().minusDays(1), id.value())
                .update();
        union.units()
                .forEach(unit -> audit.record(by, "UNION_DISSOLVED", unit.subject(), id.value()));
        activities.tell(new UnitEvent.Joined(by, union.units()));
    }

    /// The unions that a unit is part of.
    public List<UnitUnion> unionsOf(UnitId unit) {
        return jdbc.sql(
                        """
                        select part.union_id
                        from unit_union_part part join unit_union on unit_union.id = part.union_id
                        where part.unit_id = ? and unit_union.last_day is null
                        order by unit_union.name
                        """)
                .param(unit.value())
                .query((row, _) -> get(Columns.id(row, "union_id", UnionId::new)))
                .list();
    }

    /// The union with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNION_NOT_FOUND when there is none
    public UnitUnion get(UnionId id) {
        List<UnitId> units =
                jdbc.sql("select unit_id from unit_union_part where union_id = ?")
                        .param(id.value())
                        .query(Columns.ids("unit_id", UnitId::new))
                        .list();
        return jdbc.sql("select * from unit_union where id = ?")
                .param(id.value())
                .query((row, _) ->
                        new UnitUnion(
                                id,
                                row.getString("slug"),
                                row.getString("name"),
                                row.getString("purpose"),
                                Term.of(row),
                                units))
                .optional()
                .orElseThrow(UnitObjection.UNION_NOT_FOUND::raised);
    }

    private void expectAuthority(MemberId by, UnitId one, UnitId other) {
        if (!permissions.allows(by, Permission.ADMINISTER, one.subject())) {
            permissions.decide(by, Permission.ADMINISTER, other.subject()).orRefuse();
        }
    }

    /// Takes an address, unless another union has it.
    private boolean claims(UnionId id, NewUnion union, String slug) {
        return jdbc.sql(
                                """
                                insert into unit_union (id, slug, name, purpose, from_day)
                                values (?, ?, ?, ?, ?) on conflict (slug) do nothing
                                """)
                        .params(
                                id.value(),
                                slug,
                                union.name().value(),
                                union.purpose(),
                                today.date())
                        .update()
                == 1;
    }
}
