package org.rotfaden.installation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.rotfaden.installation.CannotStart.Reason;

/// What the operator asked for on the command line.
///
/// @param demo work with the sample association
/// @param host the address to listen at
/// @param data the folder that holds everything
public record Options(boolean demo, String host, int port, Path data) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /// Reads the arguments.
    ///
    /// @throws CannotStart when one of them is not known or makes no sense
    public static Options parse(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < arguments.length; at++) {
            String name = arguments[at];
            switch (name) {
                case "--demo" -> values.put(name, "");
                case "--host", "--port", "--data" -> {
                    if (++at == arguments.length) {
                        throw new CannotStart(Reason.WRONG_OPTION, name);
                    }
                    values.put(name, arguments[at]);
                }
                default -> throw new CannotStart(Reason.WRONG_OPTION, name);
            }
        }
        boolean demo = values.containsKey("--demo");
        return new Options(
                demo,
                values.getOrDefault("--host", LOOPBACK),
                port(values.getOrDefault("--port", Integer.toString(PORT))),
                Path.of(values.getOrDefault("--data", demo ? "data-demo" : "data")).toAbsolutePath().normalize());
    }

    /// Whether others than this machine reach the workspace.
    public boolean isOpenToOthers() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new CannotStart(Reason.WRONG_OPTION, "--host " + host);
        }
    }

    /// Where a person on this machine opens the workspace.
    public String address() {
        return "http://" + (isOpenToOthers() ? host : "localhost") + ":" + port;
    }

    /// The options as arguments of the application, which outrank its other settings.
    public String[] settings() {
        return new String[] {
            "--rotfaden.demo=" + demo,
            "--rotfaden.data=" + data,
            "--rotfaden.address=" + address(),
            "--server.address=" + host,
            "--server.port=" + port
        };
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
        throw new CannotStart(Reason.WRONG_OPTION, "--port " + text);
    }
}
