package org.rotfaden.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A local branch with a board, put beside what the sample association has: Dilek and Emil are in
/// office, and the seat of the treasurer is vacant.
final class Teststadt {

    static final String BOARD = "/gremien/vorstand-teststadt";
    static final String BOARD_ID = "00000000-0000-0000-0000-0000000000c1";

    private static final int PORT_LINE = 3;

    private static final String FOUND =
            """
            insert into unit_tree
                values ('00000000-0000-0000-0000-0000000000a1', 'Probe', 'probe', 99);
            insert into unit_level
                values ('00000000-0000-0000-0000-0000000000a1', 1, 'Ortsverein', 'Ortsvereine');
            insert into unit
                values ('00000000-0000-0000-0000-0000000000b1',
                    '00000000-0000-0000-0000-0000000000a1', 'teststadt');
            insert into unit_state (unit_id, from_day, level, name)
                values ('00000000-0000-0000-0000-0000000000b1', '2020-01-01', 1, 'OV Teststadt');
            update structure set changes = changes + 1;
            insert into body values ('00000000-0000-0000-0000-0000000000c1', 'vorstand-teststadt',
                '00000000-0000-0000-0000-0000000000b1', 'EXECUTIVE_COMMITTEE', 'Vorstand',
                'Wie es die Satzung sagt.', 24, '2020-01-01');
            insert into body_seat values
                ('00000000-0000-0000-0000-0000000000c1', 'CHAIR', 'Vorsitz', 1, 1),
                ('00000000-0000-0000-0000-0000000000c1', 'TREASURER', 'Finanzen', 1, 2),
                ('00000000-0000-0000-0000-0000000000c1', 'ASSESSOR', 'Beisitz', 2, 3);
            insert into office (id, body_id, member_id, role, title, from_day, last_day, elected_on, elected_by)
                select gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', member.id, role, title,
                    current_date - 100, current_date + 600, current_date - 100, 'Jahreshauptversammlung'
                from member join (values
                    ('dilek@example.org', 'CHAIR', 'Vorsitz'),
                    ('emil@example.org', 'ASSESSOR', 'Beisitz')) held (email, role, title)
                on member.email = held.email;
            """;

    private Teststadt() {}

    /// The workspace begins anew afterwards: it keeps its units at hand, and was not asked.
    static void foundIn(Workspace workspace) {
        Path data = workspace.data();
        try {
            String port =
                    Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(PORT_LINE);
            String password = Files.readString(data.resolve("postgresql.password")).strip();
            String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port.strip());
            try (Connection database = DriverManager.getConnection(url, "rotfaden", password);
                    var statement = database.createStatement()) {
                statement.execute(FOUND);
            }
            workspace.stop();
            workspace.startAgain();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
