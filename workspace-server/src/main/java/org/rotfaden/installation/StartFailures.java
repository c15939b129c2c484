package org.rotfaden.installation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Writes a failed start into the log only: on the console [Launch] says it in a sentence.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartFailures.class);

    @Override
    public boolean reportException(Throwable failure) {
        log.error("The start failed", failure);
        return true;
    }
}
