package org.rotfaden.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.rotfaden.installation.CannotStart.Reason;

/// Looks for what would keep the workspace from starting, before anything is started.
public final class Preflight {

    private Preflight() {}

    /// Takes the data folder for this process and makes sure that the port is free.
    ///
    /// @throws CannotStart when something is in the way
    @SuppressWarnings("SystemOut") // a word to the operator on the console
    public static DataFolder check(Options options) {
        if (options.demo() && options.isOpenToOthers()) {
            System.err.println(CannotStart.sentence("warning.DEMO_OPEN", options.address()));
        }
        expectFree(options);
        return DataFolder.open(options.data(), options.demo());
    }

    private static void expectFree(Options options) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.host(), options.port()));
        } catch (IOException taken) {
            throw new CannotStart(Reason.PORT_TAKEN, Integer.toString(options.port()));
        }
    }
}
