package org.rotfaden.members;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;

/// An address is one, however it is typed.
@WorkspaceTest
class EmailTests {

    private static final String LATER = "db/migration/members/V22__one_form_of_addresses.sql";

    private final Map<String, String> ids = new HashMap<>();

    @Autowired private Members members;
    @Autowired private MemberRows rows;
    @Autowired private MemberPasswords passwords;
    @Autowired private KnownBrowsers browsers;
    @Autowired private PasswordLogin door;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @ParameterizedTest
    @CsvSource({
        "İlker@Example.org,ilker@example.org",
        "i\u0307lker@example.org,ilker@example.org",
        "\u212Aarl@example.org,karl@example.org",
        "Ro\u017Fa@example.org,rosa@example.org",
        "ｒｏｓａ＠example.org,rosa@example.org",
        "ro\u200Bsa@example.org\uFEFF,rosa@example.org",
        "'rosa@example.org\u00A0',rosa@example.org",
        "\u202Erosa@example.org,rosa@example.org",
        "ju\u0308rgen@mu\u0308ller.de,jürgen@müller.de"
    })
    void an_address_has_one_form(String typed, String form) {
        assertThat(new Email(typed).value()).isEqualTo(form);
        assertThat(Email.normal(typed)).isEqualTo(form);
    }

    @Test
    void the_form_of_the_form_is_itself() {
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .mapToObj(Character::toString)
                                .filter(one -> {
                                    String normal = Email.normal("a" + one + "b@x");
                                    String small = ("a" + one + "b@x").toLowerCase(Locale.ROOT);
                                    return !Email.normal(normal).equals(normal)
                                            || !Email.normal(small).equals(normal);
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B@example.org", "an na@example.org", "a@b@c", "a＠b@c", "\uD800@x.org"})
    void what_nobody_can_have_is_refused(String typed) {
        assertThatThrownBy(() -> new Email(typed)).hasMessage("INVALID_EMAIL");
    }

    @Test
    void every_spelling_lets_in_and_is_counted_as_one() {
        String kim = register("Kim", "kiss@example.org");
        List<String> spellings =
                List.of(
                        kim,
                        "\u212Aiss@example.org",
                        "K\u0130SS@example.org",
                        "ki\u017Fs@example.org");
        for (String spelling : spellings) {
            assertThat(logIn(spelling, Association.PASSWORD)).isPresent();
        }
        for (int guess = 0; guess < 5; guess++) {
            assertThat(logIn(spellings.get(guess % 4), "falsch")).isEmpty();
        }
        var attempts =
                IntStream.range(0, 12)
                        .mapToObj(attempt -> spellings.get(attempt % 4))
                        .map(spelling ->
                                CompletableFuture.supplyAsync(
                                        () -> logIn(spelling, Association.PASSWORD),
                                        Thread::startVirtualThread))
                        .toList();
        await().until(() -> attempts.stream().filter(this::hasNoPlace).count() == 2);
    }

    /// Ten of them stand in line; there are no further places for the same account.
    private boolean hasNoPlace(CompletableFuture<?> attempt) {
        return attempt.isCompletedExceptionally()
                && attempt.exceptionNow() instanceof TooManyAttempts;
    }

    @Test
    void nobody_gets_an_address_that_somebody_has_in_another_spelling() {
        register("Rosa", "rosa-k@example.org");
        assertThatThrownBy(() -> register("Zwei", "Ro\u017Fa-\u212A@example.org"))
                .hasMessage("EMAIL_TAKEN");
    }

    @Test
    void whose_address_has_an_older_form_gets_the_one_form_or_is_known_by_hers() {
        transactions.executeWithoutResult(changes -> {
            changes.setRollbackOnly();
            String alone = keep("Alma", "\uFF41lma\u200B@example.org");
            String dotted = keep("Ilse", "i\u0307lse@example.org");
            String first = keep("Finn", "finn-1@example.org");
            String second = keep("Fina", "\uFB01nn-1@example.org");
            migrate();
            assertThat(addressOf(alone)).isEqualTo("alma@example.org");
            assertThat(addressOf(dotted)).isEqualTo("ilse@example.org");
            for (String typed : List.of(alone, "alma@example.org")) {
                assertThat(whoLogsIn(typed)).isEqualTo(idOf(alone));
            }
            assertThat(whoLogsIn("\u0130lse@example.org")).isEqualTo(idOf(dotted));
            assertThat(whoLogsIn(first)).isEqualTo(idOf(first));
            assertThat(whoLogsIn(second)).isEqualTo(idOf(second));
            assertThat(members.get(memberOf(second)).email()).hasToString(second);
        });
    }

    /// Nobody has the one form here.
    @Test
    void whoever_kept_an_older_form_is_slowed_down_and_known_in_a_browser_as_members_are() {
        transactions.executeWithoutResult(changes -> {
            changes.setRollbackOnly();
            String first = keep("Finja", "\uFB01nja@example.org");
            String second = keep("Fenja", "\uFB01nja\u200B@example.org");
            migrate();
            assertThat(rows.has(new Email(first))).isTrue();
            assertThat(rows.has(new Email(second))).isTrue();
            assertThat(rows.has(new Email("finja@example.org"))).isFalse();
            var answer = new MockHttpServletResponse();
            browsers.remember(memberOf(first), new MockHttpServletRequest(), answer);
            var browser =
                    new Secret(requireNonNull(answer.getCookie(Whence.BROWSER.name())).getValue());
            assertThat(browsers.knows(new Email(first), browser)).isTrue();
            assertThat(browsers.knows(new Email(second), browser)).isFalse();
        });
    }

    private MemberId memberOf(String address) {
        return new MemberId(UUID.fromString(idOf(address)));
    }

    /// Somebody whose address stands in the database as it was written in former times.
    private String keep(String name, String address) {
        String id = register(name, UUID.randomUUID() + "@example.org");
        String member =
                jdbc.sql("update member set email = ? where email = ? returning id::text")
                        .params(address, id)
                        .query(String.class)
                        .list()
                        .getFirst();
        ids.put(address, member);
        return address;
    }

    private String idOf(String address) {
        return requireNonNull(ids.get(address));
    }

    private String addressOf(String formerly) {
        return jdbc.sql("select email from member where id = ?::uuid")
                .param(idOf(formerly))
                .query(String.class)
                .list()
                .getFirst();
    }

    private void migrate() {
        try {
            jdbc.sql(new ClassPathResource(LATER).getContentAsString(StandardCharsets.UTF_8))
                    .update();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String whoLogsIn(String typed) {
        return passwords
                .logIn(new Email(typed), Association.PASSWORD)
                .map(SignedIn::member)
                .orElseThrow()
                .value()
                .toString();
    }

    private Optional<Authentication> logIn(String email, String password) {
        var said = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        said.setDetails(new Whence("10.0.0.9", Optional.empty()));
        try {
            return Optional.of(door.authenticate(said));
        } catch (BadCredentialsException wrong) {
            return Optional.empty();
        }
    }

    private String register(String name, String address) {
        return members.registerSample(
                        List.of(new NewMember(name, new Email(address), Right.READ)),
                        Association.PASSWORD)
                .getFirst()
                .email()
                .value();
    }
}
