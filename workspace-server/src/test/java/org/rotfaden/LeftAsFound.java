package org.rotfaden;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rotfaden.activity.KeptAtHand;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// After each test the shared workspace shows the present and is not founded, as the next test
/// expects it. People, units and motions stay: each test makes its own.
final class LeftAsFound implements AfterEachCallback {

    static {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ApplicationContext workspace = SpringExtension.getApplicationContext(test);
        workspace.getBean(MovableClock.class).showPresent();
        var jdbc = workspace.getBean(JdbcClient.class);
        if (jdbc.sql("delete from association").update() > 0) {
            workspace.getBeansOfType(KeptAtHand.class).values().forEach(one -> one.kept().forget());
        }
    }
}
