package org.rotfaden.installation;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the workspace waits for its database, its own or another.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Bean
    static BeanPostProcessor patience() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool
                        ? new PatientDataSource(pool, LONGEST_WAIT)
                        : bean;
            }
        };
    }
}
