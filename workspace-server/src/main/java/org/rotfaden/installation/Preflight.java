package org.rotfaden.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Looks for what would keep the workspace from starting, before anything is started.
final class Preflight {

    private Preflight() {}

    /// Makes sure that the port is free and takes the data folder for this process.
    ///
    /// @throws CannotStart when something is in the way
    static DataFolder check(Options options) {
        if (options.demo() && options.isOpenToOthers()) {
            Console.complain(Console.sentence("warning.DEMO_OPEN", options.address()));
        }
        expectFree(options);
        return DataFolder.open(options.data());
    }

    private static void expectFree(Options options) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.host(), options.port()));
        } catch (IOException taken) {
            throw new CannotStart(Hindrance.PORT_TAKEN, Integer.toString(options.port()));
        }
    }
}
