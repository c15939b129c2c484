package org.rotfaden.installation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the operator asked for on the command line.
///
/// @param demo work with the sample association
/// @param host the address to listen at
/// @param data the folder that holds everything
/// @param others settings of the application, each as `--name=value`
record Options(boolean demo, String host, int port, Path data, List<String> others) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String DATABASE = "spring.datasource.url";
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SETTING =
            Pattern.compile("--[a-z][a-z0-9-]*(\\.[A-Za-z0-9\\[\\]-]+)+=.*");

    /// Where data lie when no folder is named: beside the launcher, which gives its own place.
    private static final String HOME = System.getenv().getOrDefault("ROTFADEN_HOME", "");

    /// Reads the arguments.
    ///
    /// @throws CannotStart when one of them is not known or makes no sense
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> others = new ArrayList<>();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (SETTING.matcher(argument).matches()) {
                others.add(argument);
            } else {
                read(argument, rest, values);
            }
        }
        boolean demo = values.containsKey("--demo");
        return new Options(
                demo,
                values.getOrDefault("--host", LOOPBACK),
                port(values.getOrDefault("--port", "8080")),
                folder(
                        values.getOrDefault(
                                "--data", Path.of(HOME, demo ? "data-demo" : "data").toString())),
                List.copyOf(others));
    }

    /// Whether others than this machine reach the workspace.
    boolean isOpenToOthers() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new CannotStart(Hindrance.WRONG_OPTION, "--host " + host);
        }
    }

    /// Whether the database is another than the one in the data folder.
    boolean namesDatabase() {
        return others.stream().anyMatch(setting -> setting.startsWith("--" + DATABASE + "="))
                || System.getenv().containsKey("SPRING_DATASOURCE_URL");
    }

    /// Where a person on this machine opens the workspace.
    String address() {
        boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (isOpenToOthers() && !isEverywhere ? host : "localhost") + ":" + port;
    }

    /// The options as arguments of the application, which outrank its other settings.
    String[] settings() {
        List<String> settings = new ArrayList<>(others);
        settings.addAll(
                List.of(
                        "--rotfaden.demo=" + demo,
                        "--rotfaden.data=" + data,
                        "--rotfaden.address=" + address(),
                        "--server.address=" + host,
                        "--server.port=" + port));
        return settings.toArray(String[]::new);
    }

    /// Takes `--name value`, `--name=value` or `--demo`.
    private static void read(String argument, Iterator<String> rest, Map<String, String> values) {
        if (argument.equals("--demo")) {
            values.put("--demo", "");
            return;
        }
        String[] parts = argument.split("=", 2);
        switch (parts[0]) {
            case "--host", "--port", "--data" -> {
                String value = parts.length == 2 ? parts[1] : rest.hasNext() ? rest.next() : "";
                if (value.isBlank()) {
                    throw new CannotStart(Hindrance.WRONG_OPTION, argument);
                }
                values.put(parts[0], value);
            }
            default -> throw new CannotStart(Hindrance.WRONG_OPTION, argument);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new CannotStart(Hindrance.WRONG_OPTION, "--port " + text);
    }

    private static Path folder(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            throw new CannotStart(Hindrance.WRONG_OPTION, "--data " + text);
        }
    }
}
