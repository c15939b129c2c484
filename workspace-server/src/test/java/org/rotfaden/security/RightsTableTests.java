package org.rotfaden.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.Cast;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The table of rights in the documentation is the one that holds. Where they differ, the right one
/// is in `target/rights.md`.
@WorkspaceTest
class RightsTableTests {

    private static final Path DOCUMENT = Path.of("../docs/rights.md");
    private static final Path RIGHT_ONE = Path.of("target/rights.md");

    @Autowired private ApplicationContext workspace;
    @Autowired private Permissions permissions;

    @Test
    void the_documentation_says_who_may_do_what() throws IOException {
        String document = Files.readString(DOCUMENT);
        String right = withTables(document);
        Files.writeString(RIGHT_ONE, right);
        assertThat(document).isEqualTo(right);
    }

    @Test
    void no_role_reaches_up_or_sideways() {
        assertThat(new RightsTable(Cast.assemble(workspace), permissions).ofRoles())
                .contains("here, below")
                .doesNotContain("above", "beside");
    }

    private String withTables(String document) {
        var table = new RightsTable(Cast.assemble(workspace), permissions);
        String right = between("roles", document, table.ofRoles());
        for (Permission permission : Permission.values()) {
            right = between(permission.name(), right, table.of(permission));
        }
        return right;
    }

    private static String between(String name, String document, String table) {
        String begin = "<!-- %s -->\n".formatted(name);
        String end = "<!-- end -->\n";
        assertThat(document).contains(begin);
        return Stream.of(document.split(Pattern.quote(begin), 2))
                .reduce((before, after) ->
                        before + begin + "\n" + table + "\n" + end + after.split(end, 2)[1])
                .orElseThrow();
    }
}
