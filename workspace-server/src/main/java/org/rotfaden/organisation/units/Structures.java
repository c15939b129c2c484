package org.rotfaden.organisation.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps the structure of today at hand. A transaction that changes it sees its own changes;
/// everybody else sees them after it has committed.
@Service
public class Structures {

    /// What a transaction that changed the structure sees.
    private static final class Own {
        private @Nullable Structure loaded;
    }

    private final JdbcClient jdbc;
    private final Today today;
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable Structure shared;

    Structures(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    public Structure current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Own own) {
            Structure loaded = own.loaded == null ? load() : own.loaded;
            own.loaded = loaded;
            return loaded;
        }
        Structure known = shared;
        if (known == null || !known.isOf(today.date())) {
            long before = commits.get();
            known = load();
            share(known, before);
        }
        return known;
    }

    /// What was read while a change was committed is not used a second time.
    private synchronized void share(Structure loaded, long before) {
        if (commits.get() == before) {
            shared = loaded;
        }
    }

    private synchronized void forget() {
        commits.incrementAndGet();
        shared = null;
    }

    /// Holds the trees still until the current transaction ends: waits for changes under way, and
    /// lets none begin. Whoever gives rights in a unit does so, so that none are given by somebody
    /// who has just lost the authority.
    @Transactional(propagation = Propagation.MANDATORY)
    public Structure hold() {
        long changes =
                jdbc.sql("select changes from structure for share").query(Long.class).single();
        Structure known = shared;
        if (known != null && !known.isAfter(changes)) {
            forget();
        }
        return current();
    }

    /// Lets the current transaction alone change the trees.
    Structure beginChange() {
        jdbc.sql("update structure set changes = changes + 1").update();
        changed();
        return current();
    }

    /// The current transaction has changed the trees.
    void changed() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Own own) {
            own.loaded = null;
            return;
        }
        TransactionSynchronizationManager.bindResource(this, new Own());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        forget();
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(Structures.this);
                    }
                });
    }

    private Structure load() {
        LocalDate day = today.date();
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
                                where state.from_day <= ?
                                order by unit.id, state.from_day desc
                                """)
                        .param(day)
                        .query((row, _) -> unit(row, kinds, day))
                        .list();
        return new Structure(day, changes, trees, units);
    }

    private List<UnitTree> trees() {
        Map<UUID, List<UnitLevel>> levels =
                jdbc
                        .sql("select * from unit_level order by level")
                        .query((row, _) ->
                                Map.entry(
                                        row.getObject("tree_id", UUID.class),
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
                    UUID id = row.getObject("id", UUID.class);
                    return new UnitTree(
                            new TreeId(id),
                            row.getString("name"),
                            row.getString("slug"),
                            row.getInt("rank"),
                            levels.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Unit unit(ResultSet row, Map<TreeId, Map<Integer, String>> kinds, LocalDate day)
            throws SQLException {
        var tree = new TreeId(row.getObject("tree_id", UUID.class));
        int level = row.getInt("level");
        String kind = row.getString("kind");
        UUID parent = row.getObject("parent_id", UUID.class);
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                tree,
                row.getString("slug"),
                row.getString("name"),
                kind == null ? kinds.getOrDefault(tree, Map.of()).getOrDefault(level, "") : kind,
                level,
                parent == null ? null : new UnitId(parent),
                row.getObject("since", LocalDate.class),
                lastDay != null && lastDay.isBefore(day) ? lastDay : null,
                row.getLong("version"));
    }
}
