package org.rotfaden.installation;

import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/// Starts an application for an operator, or checks its audit trail: reads the command line, looks
/// for what is in the way, and says in a sentence why it does not start.
public final class Launch {

    private Launch() {}

    /// Does what the command line says, or ends this process with the exit code of the [Hindrance].
    public static void of(Class<?> application, String... arguments) {
        try {
            if (Arrays.asList(arguments).contains("--help")) {
                Console.say("help");
                return;
            }
            if (arguments.length > 0 && arguments[0].equals("audit")) {
                new AuditCheck(Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length)))
                        .run();
                return;
            }
            start(application, Options.parse(arguments));
        } catch (CannotStart reason) {
            Console.complain(reason.getMessage());
            System.exit(reason.exitCode());
        }
    }

    private static void start(Class<?> type, Options options) {
        DataFolder folder = Preflight.check(options);
        var application = new SpringApplication(type);
        application.setDefaultProperties(logging(folder));
        // The context keeps the folder, and with it the folder's lock, until the end.
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
        try {
            application.run(options.settings());
        } catch (RuntimeException failure) {
            throw Hindrance.of(failure, options);
        }
    }

    /// The console is for the operator's lines, the file for everything else; an environment
    /// without files asks for `logging.threshold.console=info`.
    private static Map<String, Object> logging(DataFolder folder) {
        return Map.of(
                "logging.file.name",
                folder.logs().resolve("rotfaden.log").toString(),
                "logging.threshold.console",
                "error");
    }
}
