package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// What is said while the database is gone, and only then.
class OutageTests {

    @Test
    void a_database_that_is_gone_is_told_from_what_it_refuses() {
        assertThat(
                        List.of(
                                new CannotGetJdbcConnectionException("none"),
                                new CannotCreateTransactionException("none"),
                                new SQLTransientConnectionException("none"),
                                cut("08006"),
                                cut("57P01"),
                                cut("57P03"),
                                cut("53300"),
                                rolledBackInVain(cut("57P01")),
                                new ServletException(cut("08006"))))
                .allMatch(Outage::isBehind);
        assertThat(
                        List.of(
                                new IllegalStateException("a mistake"),
                                new DuplicateKeyException("twice", state("23505")),
                                cut("57014"),
                                rolledBackInVain(new IllegalStateException("a mistake")),
                                new TransactionSystemException("nobody knows")))
                .noneMatch(Outage::isBehind);
    }

    @Test
    void whoever_asks_meanwhile_is_told_to_come_again() throws Exception {
        var response = new MockHttpServletResponse();
        response.getWriter().write("half an answer");
        filter().doFilter(
                        new MockHttpServletRequest(),
                        response,
                        (_, _) -> {
                            throw new ServletException(cut("08006"));
                        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).isEqualTo("later");
    }

    @Test
    void other_failures_are_no_outage() {
        assertThatThrownBy(() ->
                        filter().doFilter(
                                        new MockHttpServletRequest(),
                                        new MockHttpServletResponse(),
                                        (_, _) -> {
                                            throw new IllegalStateException("a mistake");
                                        }))
                .hasMessage("a mistake");
    }

    private static OutageFilter filter() {
        return new OutageFilter((_, response) -> response.getWriter().write("later"));
    }

    private static DataAccessResourceFailureException cut(String state) {
        return new DataAccessResourceFailureException("cut", state(state));
    }

    private static SQLException state(String state) {
        return new SQLException("on purpose", state);
    }

    private static TransactionSystemException rolledBackInVain(RuntimeException first) {
        var lost = new TransactionSystemException("no rollback", new SQLException("closed"));
        lost.initApplicationException(first);
        return lost;
    }
}
