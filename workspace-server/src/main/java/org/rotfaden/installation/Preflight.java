package org.rotfaden.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.rotfaden.crdt.SharedDocument;

/// Looks for what would keep the workspace from starting, before anything is started.
final class Preflight {

    private static final int ANY_PORT = 0;

    private Preflight() {}

    /// Makes sure that live documents work here and the port is free, and takes the data folder for
    /// this process.
    ///
    /// @throws CannotStart when something is in the way
    static DataFolder check(Options options) {
        if (options.demo() && options.isOpenToOthers()) {
            Console.complain(Console.sentence("warning.DEMO_OPEN", options.host()));
        }
        expectNativeLibrary();
        expectFree(options);
        return DataFolder.open(options.data());
    }

    private static void expectNativeLibrary() {
        try {
            SharedDocument.empty().close();
        } catch (LinkageError | UncheckedIOException missing) {
            throw new CannotStart(
                    Hindrance.NO_NATIVE_LIBRARY, String.valueOf(missing.getMessage()));
        }
    }

    private static void expectFree(Options options) {
        try {
            listen(options.host(), ANY_PORT);
        } catch (IOException notHere) {
            throw new CannotStart(Hindrance.WRONG_OPTION, "--host " + options.host());
        }
        try {
            listen(options.host(), options.port());
        } catch (IOException refused) {
            throw new CannotStart(meaningOf(refused), Integer.toString(options.port()));
        }
    }

    static Hindrance meaningOf(IOException refused) {
        return String.valueOf(refused.getMessage()).contains("Permission denied")
                ? Hindrance.PORT_NOT_ALLOWED
                : Hindrance.PORT_TAKEN;
    }

    private static void listen(String host, int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        }
    }
}
