package org.rotfaden.organisation.units;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Term;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind units. Each change ends a state with yesterday and begins one with today; what
/// is changed twice on a day has one state for it.
@Repository
class UnitStates {

    private final JdbcClient jdbc;
    private final Today today;

    UnitStates(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    UnitId begin(NewUnit unit) {
        UnitId id = UnitId.random();
        var _ = unit.name().slug(slug -> !claims(id, unit.tree(), slug));
        insert(id, unit.parent(), unit.level(), unit.name().value(), unit.kind());
        return id;
    }

    /// A unit is something else from today on. A state that began today, or was begun when the
    /// association's clocks told a later day, is told anew.
    void go(UnitId unit, @Nullable UnitId parent, int level, String name, @Nullable String kind) {
        int ended =
                jdbc.sql(
                                """
                                update unit_state set last_day = ?
                                where unit_id = ? and last_day is null and from_day < ?
                                """)
                        .params(today.date().minusDays(1), unit.value(), today.date())
                        .update();
        if (ended == 1) {
            insert(unit, parent, level, name, kind);
        } else {
            retell(unit, parent, level, name, kind);
        }
    }

    /// The unit's own word for what it is; nothing when it uses that of its level.
    @Nullable String ownKind(UnitId unit) {
        return jdbc.sql("select kind from unit_state where unit_id = ? and last_day is null")
                .param(unit.value())
                .query((row, _) -> java.util.Optional.ofNullable(row.getString("kind")))
                .single()
                .orElse(null);
    }

    /// Yesterday was the unit's last day.
    void end(UnitId unit) {
        jdbc.sql(
                        """
                        update unit_state set last_day = greatest(from_day - 1, ?)
                        where unit_id = ? and last_day is null
                        """)
                .params(today.date().minusDays(1), unit.value())
                .update();
        jdbc.sql("update unit set version = version + 1 where id = ?").param(unit.value()).update();
    }

    void succeed(UnitId predecessor, UnitId successor, String kind) {
        jdbc.sql("insert into unit_succession values (?, ?, ?, ?)")
                .params(predecessor.value(), successor.value(), today.date(), kind)
                .update();
    }

    /// Raises a unit's version.
    ///
    /// @throws Conflict when it is another than the one that was seen
    void advance(UnitId unit, long seen) {
        int advanced =
                jdbc.sql("update unit set version = version + 1 where id = ? and version = ?")
                        .params(unit.value(), seen)
                        .update();
        if (advanced == 0) {
            throw new Conflict();
        }
    }

    List<UnitState> history(UnitId unit) {
        return jdbc.sql(
                        """
                        select state.*, coalesce(state.kind, level.name, '') as kind_then
                        from unit_state state
                            join unit on unit.id = state.unit_id
                            left join unit_level level on level.tree_id = unit.tree_id and level.level = state.level
                        where state.unit_id = ?
                        order by state.from_day
                        """)
                .param(unit.value())
                .query((row, _) ->
                        new UnitState(
                                Term.of(row),
                                row.getString("name"),
                                row.getString("kind_then"),
                                Columns.idOrNull(row, "parent_id", UnitId::new)))
                .list();
    }

    List<UnitId> predecessors(UnitId unit) {
        return related(
                "select predecessor_id as id from unit_succession where successor_id = ?", unit);
    }

    List<UnitId> successors(UnitId unit) {
        return related(
                "select successor_id as id from unit_succession where predecessor_id = ?", unit);
    }

    private List<UnitId> related(String query, UnitId unit) {
        return jdbc.sql(query).param(unit.value()).query(Columns.ids("id", UnitId::new)).list();
    }

    private void insert(
            UnitId unit, @Nullable UnitId parent, int level, String name, @Nullable String kind) {
        jdbc.sql(
                        """
                        insert into unit_state (unit_id, from_day, parent_id, level, name, kind)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(unit.value())
                .param(today.date())
                .param(parent == null ? null : parent.value())
                .param(level)
                .param(name)
                .param(kind)
                .update();
    }

    private void retell(
            UnitId unit, @Nullable UnitId parent, int level, String name, @Nullable String kind) {
        jdbc.sql(
                        """
                        update unit_state set parent_id = ?, level = ?, name = ?, kind = ?
                        where unit_id = ? and last_day is null
                        """)
                .param(parent == null ? null : parent.value())
                .param(level)
                .param(name)
                .param(kind)
                .param(unit.value())
                .update();
    }

    /// Takes an address, unless another unit has it.
    private boolean claims(UnitId id, TreeId tree, String slug) {
        return jdbc.sql(
                                """
                                insert into unit (id, tree_id, slug) values (?, ?, ?)
                                on conflict (slug) do nothing
                                """)
                        .params(id.value(), tree.value(), slug)
                        .update()
                == 1;
    }
}
