package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The files for containers fit each other and the workspace. The nodes of [NodesTests] run with
/// the environment that stands there.
class ComposeTests extends WithSampleAssociation {

    private final Compose compose = new Compose();

    @Test
    void nodes_find_their_database_and_their_redis() {
        assertThat(compose.nodes()).hasSizeGreaterThan(1);
        Map<String, String> postgres = compose.environment("postgres");
        String redis = compose.text("redis", "command");
        for (String node : compose.nodes()) {
            assertThat(compose.environment(node))
                    .containsEntry(
                            "SPRING_DATASOURCE_URL",
                            "jdbc:postgresql://postgres/" + postgres.get("POSTGRES_DB"))
                    .containsEntry("SPRING_DATASOURCE_USERNAME", postgres.get("POSTGRES_USER"))
                    .containsEntry("SPRING_DATASOURCE_PASSWORD", postgres.get("POSTGRES_PASSWORD"))
                    .containsEntry("SPRING_DATA_REDIS_HOST", "redis")
                    .containsEntry("SPRING_DATA_REDIS_PORT", "6379");
            assertThat(redis)
                    .contains(
                            "--requirepass "
                                    + compose.environment(node).get("SPRING_DATA_REDIS_PASSWORD"));
        }
    }

    @Test
    void each_node_has_a_folder_of_its_own() {
        List<String> folders =
                compose.nodes().stream().map(node -> compose.text(node, "volumes")).toList();
        assertThat(folders).doesNotHaveDuplicates().hasSameSizeAs(compose.nodes());
        assertThat(folders).allMatch(folder -> folder.endsWith(":/data]"));
    }

    @Test
    void whether_a_node_is_ready_is_asked_where_it_says_so() throws IOException {
        String port =
                Pattern.compile("EXPOSE (\\d+)")
                        .matcher(text("Dockerfile"))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining());
        for (String node : compose.nodes()) {
            String check = compose.text(node, "healthcheck");
            assertThat(check).contains("/dev/tcp/127.0.0.1/" + port, "GET /health/ready ");
        }
        assertThat(workspace.text("/health/ready", "", "application/json")).contains("UP");
        assertThat(workspace.text("/health/live", "", "application/json")).contains("UP");
    }

    /// The name of a session ends with that of its node, and leads back by that.
    @Test
    void the_proxy_leads_each_session_to_its_node_and_all_else_to_any() throws IOException {
        String proxy = text("proxy/nginx.conf");
        for (String node : compose.nodes()) {
            assertThat(compose.environment(node))
                    .containsEntry("ROTFADEN_NODE", node)
                    .containsEntry("SERVER_FORWARD_HEADERS_STRATEGY", "native");
            assertThat(proxy)
                    .contains("rotfaden-session=[^;.]+\\." + node + "(;|$)")
                    .contains(
                            "upstream "
                                    + node
                                    + " {\n        zone "
                                    + node
                                    + " 64k;\n        server "
                                    + node
                                    + ":8080 resolve ");
            assertThat(upstream(proxy, "any")).contains("server " + node + ":8080 resolve ");
        }
        assertThat(proxy)
                .contains("listen 443 ssl", "proxy_pass http://$node;", "$http_upgrade")
                .contains("X-Forwarded-Proto $scheme", "X-Forwarded-For $remote_addr");
        assertThat(proxy)
                .as("the port that people see is the one that pages come from")
                .contains("Host $http_host;", "X-Forwarded-Port $outer_port;");
        assertThat(compose.text("proxy", "volumes"))
                .contains("./proxy/nginx.conf:/etc/nginx/nginx.conf");
    }

    /// What an open page asks while it waits for its server or the database.
    @Test
    void the_proxy_lets_through_what_an_open_page_asks() throws IOException {
        String page = workspace.text("/script/line.js", "", "text/javascript");
        assertThat(page).contains("new URL('health', document.baseURI)");
        assertThat(text("proxy/nginx.conf"))
                .contains("location = /health {\n            proxy_pass http://$node;");
        assertThat(workspace.text("/health", "", "application/json")).contains("UP");
    }

    private static String upstream(String proxy, String name) {
        int begin = proxy.indexOf("upstream " + name + " {");
        return proxy.substring(begin, proxy.indexOf('}', begin));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
