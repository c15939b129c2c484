package org.rotfaden.installation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.audit.AuditChain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The command `audit`: checks the audit trail beside a workspace that runs, or without one. It
/// only reads.
final class AuditCheck {

    /// A database and the chain in it, nothing else of the workspace.
    @Import(AuditChain.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    private static final class ChainOnly {}

    private final Options options;

    AuditCheck(Options options) {
        this.options = options;
    }

    /// Says what the check found.
    ///
    /// @throws CannotStart when there is no audit trail, it cannot be read, or it is broken
    void run() {
        Optional<EmbeddedPostgres.Running> running = EmbeddedPostgres.running(options.data());
        if (running.isPresent()) {
            check(settings(running.get()));
        } else if (options.namesDatabase()) {
            check(List.of());
        } else if (EmbeddedPostgres.isIn(options.data())) {
            try (var _ = DataFolder.open(options.data());
                    var _ = open(EmbeddedPostgresConfiguration.class, List.of())) {
                check(settings(EmbeddedPostgres.running(options.data()).orElseThrow()));
            }
        } else {
            throw new CannotStart(Hindrance.NO_AUDIT_TRAIL, options.data());
        }
    }

    private void check(List<String> more) {
        try (var context = open(ChainOnly.class, more)) {
            report(context.getBean(AuditChain.class));
        } catch (RuntimeException failure) {
            throw Hindrance.of(failure, options);
        }
    }

    private ConfigurableApplicationContext open(Class<?> part, List<String> more) {
        var application = new SpringApplication(part);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("logging.threshold.console", "off"));
        List<String> settings = new ArrayList<>(List.of(options.settings()));
        settings.add("--spring.datasource.hikari.maximum-pool-size=1");
        settings.addAll(more);
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw Hindrance.of(failure, options);
        }
    }

    private void report(AuditChain chain) {
        if (!chain.exists()) {
            throw new CannotStart(Hindrance.NO_AUDIT_TRAIL, options.data());
        }
        AuditChain.Finding found = chain.check((_, _) -> true);
        String intact = Long.toString(found.intact());
        if (!found.isUnbroken()) {
            throw new CannotStart(
                    Hindrance.AUDIT_BROKEN,
                    Long.toString(found.firstBroken().getAsLong()),
                    intact,
                    found.lastHash());
        }
        Console.say("audit.UNBROKEN", intact, found.lastHash());
    }

    private static List<String> settings(EmbeddedPostgres.Running server) {
        return List.of(
                "--spring.datasource.url=" + server.jdbcUrl(),
                "--spring.datasource.username=" + EmbeddedPostgres.OWNER,
                "--spring.datasource.password=" + server.password());
    }
}
