package org.rotfaden.e2e;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/// The file that describes several nodes in containers.
final class Compose {

    private static final Path FILE = Path.of("compose.yaml").toAbsolutePath();

    private final Map<String, Object> services;

    Compose() {
        try (var file = Files.newBufferedReader(FILE)) {
            services = part(new Yaml().load(file), "services");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The names of those services that are nodes of the workspace.
    List<String> nodes() {
        return services.keySet().stream().filter(name -> name.startsWith("node-")).toList();
    }

    /// What is said of a service, with the names of passwords in place of these.
    String text(String service, String name) {
        return withoutComplaint(requireNonNull(part(services, service).get(name)).toString());
    }

    /// What a service finds in its environment, with the names of passwords in place of these.
    Map<String, String> environment(String service) {
        Map<String, String> values = new TreeMap<>();
        part(part(services, service), "environment")
                .forEach((name, value) -> values.put(name, withoutComplaint(value.toString())));
        return values;
    }

    private static String withoutComplaint(String value) {
        return value.replaceAll("\\$\\{([A-Z_]+):\\?[^}]*}", "$1");
    }

    @SuppressWarnings("unchecked") // of names and what they name is all of the file
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) requireNonNull(whole.get(name));
    }
}
