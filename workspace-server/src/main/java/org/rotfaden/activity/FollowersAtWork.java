package org.rotfaden.activity;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// How those work who follow.
@Configuration(proxyBeanMethods = false)
class FollowersAtWork {

    /// In which they work, so that nobody who does something waits for them.
    static final String THREADS = "follower-threads";

    /// Leaves most of the processors and of the database's connections to people.
    private static final int AT_ONCE = 2;

    /// What does not fit in is told again with one of the next rounds.
    private static final int MOST_WAITING = 1_000;

    @Bean(name = THREADS, defaultCandidate = false)
    Executor threads() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("follower-");
        threads.setCorePoolSize(AT_ONCE);
        threads.setMaxPoolSize(AT_ONCE);
        threads.setQueueCapacity(MOST_WAITING);
        return threads;
    }

    /// When it ends, the registry would write into the log what waits, and wait for that for a
    /// database that may be gone.
    @Bean
    static MergedBeanDefinitionPostProcessor registryThatEndsWithoutAWord() {
        return new MergedBeanDefinitionPostProcessor() {
            @Override
            public void postProcessMergedBeanDefinition(
                    RootBeanDefinition definition, Class<?> type, String name) {
                if (name.equals("eventPublicationRegistry")) {
                    definition.registerExternallyManagedDestroyMethod("destroy");
                }
            }
        };
    }
}
