package org.rotfaden.organisation.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.AtHand;
import org.rotfaden.activity.KeptAtHand;
import org.rotfaden.security.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the structure at hand. A transaction that changes it sees its own changes; everybody else
/// sees them after it has committed.
@Service
public class Structures implements KeptAtHand {

    private final JdbcClient jdbc;
    private final AtHand<Structure> known = new AtHand<>(this::load);

    Structures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isChangedBy(Activity what) {
        return what instanceof UnitEvent || what instanceof TreeEvent;
    }

    @Override
    public AtHand<?> kept() {
        return known;
    }

    public Structure current() {
        return known.get();
    }

    /// Holds the trees still until the current transaction ends: waits for changes under way, and
    /// lets none begin. Whoever gives rights in a unit does so, so that none are given by somebody
    /// who has just lost the authority.
    @Transactional(propagation = Propagation.MANDATORY)
    public Structure hold() {
        return hold("for share");
    }

    /// Holds the trees as [#hold()] does, and lets nobody else hold them: for what concerns all
    /// homes, those that are being given as well.
    @Transactional(propagation = Propagation.MANDATORY)
    public Structure holdAlone() {
        return hold("for update");
    }

    private Structure hold(String lock) {
        long changes = jdbc.sql("select changes from structure " + lock).query(Long.class).single();
        if (!current().isAfter(changes)) {
            known.forget();
        }
        return current();
    }

    /// Lets the current transaction alone change the trees.
    Structure beginChange() {
        jdbc.sql("update structure set changes = changes + 1").update();
        known.changed();
        return current();
    }

    /// The last state of each unit is the one that holds: units change from the day on which
    /// somebody changes them, never from a later one.
    private Structure load() {
        long changes = jdbc.sql("select changes from structure").query(Long.class).single();
        List<UnitTree> trees = trees();
        Map<TreeId, Map<Integer, String>> kinds =
                trees.stream()
                        .collect(
                                Collectors.toMap(
                                        UnitTree::id,
                                        tree ->
                                                tree.levels().stream()
                                                        .collect(
                                                                Collectors.toMap(
                                                                        UnitLevel::level,
                                                                        UnitLevel::name))));
        List<Unit> units =
                jdbc.sql(
                                """
                                select distinct on (unit.id) unit.*, state.parent_id, state.level, state.name,
                                    state.kind, state.last_day,
                                    min(state.from_day) over (partition by unit.id) as since
                                from unit join unit_state state on state.unit_id = unit.id
                                order by unit.id, state.from_day desc
                                """)
                        .query((row, _) -> unit(row, kinds))
                        .list();
        return new Structure(changes, trees, units);
    }

    private List<UnitTree> trees() {
        Map<UUID, List<UnitLevel>> levels =
                jdbc
                        .sql("select * from unit_level order by level")
                        .query((row, _) ->
                                Map.entry(
                                        Columns.uuid(row, "tree_id"),
                                        new UnitLevel(
                                                row.getInt("level"),
                                                row.getString("name"),
                                                row.getString("plural"))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from unit_tree order by rank, name")
                .query((row, _) -> {
                    UUID id = Columns.uuid(row, "id");
                    return new UnitTree(
                            new TreeId(id),
                            row.getString("name"),
                            row.getString("slug"),
                            row.getInt("rank"),
                            levels.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Unit unit(ResultSet row, Map<TreeId, Map<Integer, String>> kinds)
            throws SQLException {
        var tree = Columns.id(row, "tree_id", TreeId::new);
        int level = row.getInt("level");
        String kind = row.getString("kind");
        return new Unit(
                Columns.id(row, "id", UnitId::new),
                tree,
                row.getString("slug"),
                row.getString("name"),
                kind == null ? kinds.getOrDefault(tree, Map.of()).getOrDefault(level, "") : kind,
                level,
                Columns.idOrNull(row, "parent_id", UnitId::new),
                row.getObject("since", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("version"));
    }
}
