package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WorkspaceTest
@Transactional
class LoginsTests {

    @Autowired private JdbcClient jdbc;
    @Autowired private Activities activities;
    @Autowired private AccessTokens tokens;
    @Autowired private Association association;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T19:00:00Z"));
    private Logins logins;
    private MemberId member;
    private Logins.Key first;

    @BeforeEach
    void a_log_in() {
        var clock =
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now.get();
                    }
                };
        logins = new Logins(jdbc, activities, clock);
        member = association.newcomer(Right.READ).id();
        first = begin();
    }

    @Test
    void the_oldest_of_too_many_tokens_end() {
        Member maker = association.newcomer(Right.READ);
        SignedIn by = association.logIn(maker.id());
        String oldest = tokens.create(by).token();
        for (int token = 1; token < AccessTokens.MOST; token++) {
            tokens.create(by);
        }
        assertThat(tokens.find(oldest)).isPresent();
        tokens.create(by);
        assertThat(tokens.find(oldest)).isEmpty();
        assertThat(tokens.of(maker.id())).hasSize(AccessTokens.MOST);
    }

    @Test
    void the_key_changes_each_time_and_the_log_in_stays_the_same() {
        assertThat(logins.resume(first).orElseThrow().signedIn())
                .isEqualTo(SignedIn.byLogin(member, first.login()));
        Logins.Key second = next(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(logins.resume(second)).isPresent();
    }

    @Test
    void requests_of_one_moment_go_on_with_the_same_key() {
        assertThat(logins.resume(first).orElseThrow().next()).isNotNull();
        assertThat(logins.resume(first).orElseThrow().next()).isNull();
    }

    @Test
    void an_answer_that_was_lost_costs_nobody_the_log_in() {
        logins.resume(first);
        now.set(now.get().plus(Duration.ofDays(3)));
        assertThat(logins.resume(first).orElseThrow().next()).isNotNull();
    }

    @Test
    void a_key_that_was_replaced_long_ago_ends_the_log_in() {
        Logins.Key third = next(next(first));
        assertThat(logins.resume(first)).isEmpty();
        assertThat(logins.resume(third))
                .as("the thief and the robbed both have to log in again")
                .isEmpty();
    }

    @Test
    void only_a_secret_that_was_good_once_ends_a_log_in() {
        Logins.Key second = next(first);
        String made = second.secret().value();
        for (String wrong :
                List.of("wrong", "", "x".repeat(4_000), Secret.random().value(), made + "x")) {
            assertThat(logins.resume(new Logins.Key(first.login(), new Secret(wrong)))).isEmpty();
        }
        Secret ofAnother = begin().secret();
        assertThat(logins.resume(new Logins.Key(first.login(), ofAnother))).isEmpty();
        assertThat(logins.resume(second)).isPresent();
    }

    @Test
    void a_log_in_from_before_there_were_marks_goes_on_and_gets_one() {
        Secret old = Secret.random();
        jdbc.sql("update login set secret_hash = ?, mark = null where id = ?")
                .params(old.hash(), first.login().value())
                .update();
        assertThat(logins.resume(first)).isEmpty();
        Logins.Key second = next(new Logins.Key(first.login(), old));
        next(next(second));
        assertThat(logins.resume(second)).isEmpty();
        assertThat(logins.find(first.login())).isEmpty();
    }

    @Test
    void a_log_in_is_over_on_its_day_whether_or_not_somebody_cleared_it_away() {
        now.set(now.get().plus(Logins.lifetime()));
        assertThat(logins.find(first.login())).isEmpty();
        assertThat(logins.of(member)).isEmpty();
    }

    @Test
    void a_log_in_whose_browser_never_fetched_its_key_is_over_soon() {
        LoginId login = logins.begin(member, hash()).orElseThrow();
        assertThat(logins.of(member)).extracting(Login::id).doesNotContain(login);
        now.set(now.get().plus(Duration.ofMinutes(2)));
        assertThat(logins.find(login)).isEmpty();
        assertThat(logins.keep(login, Optional.empty())).isEmpty();
    }

    @Test
    void the_log_in_that_was_used_last_comes_first_and_says_when() {
        LoginId later = logins.begin(member, hash()).orElseThrow();
        logins.keep(later, Optional.empty());
        now.set(now.get().plus(Duration.ofHours(3)));
        logins.opened(first.login());
        assertThat(logins.of(member))
                .first()
                .satisfies(login -> {
                    assertThat(login.id()).isEqualTo(first.login());
                    assertThat(login.opened()).isEqualTo(now.get());
                });
    }

    @Test
    void one_ends_ones_own_log_ins_and_nobody_elses() {
        MemberId clara = association.newcomer(Right.READ).id();
        assertThatThrownBy(() -> logins.end(clara, first.login()))
                .isInstanceOf(LoginNotFound.class);
        assertThat(logins.of(member))
                .filteredOn(login -> login.id().equals(first.login()))
                .singleElement()
                .satisfies(login -> assertThat(login.browser()).isEqualTo("Firefox, Linux"));
        logins.end(member, first.login());
        assertThat(logins.resume(first)).isEmpty();
        assertThatThrownBy(() -> logins.end(member, first.login()))
                .isInstanceOf(LoginNotFound.class);
    }

    @Test
    void a_member_has_so_many_log_ins_and_no_more() {
        for (int more = 0; more < 205; more++) {
            now.set(now.get().plusSeconds(1));
            begin();
        }
        assertThat(logins.of(member)).hasSize(200);
        assertThat(logins.resume(first)).as("the one that was used longest ago").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox,"
                        + " Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140 |"
                        + " Edge, Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1 |"
                        + " Safari, iPhone",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Safari/537 | Chrome,"
                        + " Android",
                "curl/8 on Windows | Windows",
                "<script>alert(1)</script> | -"
            })
    void a_browser_is_called_by_what_is_known_of_it_and_nothing_else(String said, String name) {
        assertThat(BrowserName.of(said).orElse("-")).isEqualTo(name);
    }

    @Test
    void a_log_in_that_nobody_used_for_long_ends() {
        now.set(now.get().plus(Logins.lifetime()).plusSeconds(1));
        assertThat(logins.resume(first)).isEmpty();
    }

    @Test
    void what_is_no_key_is_none() {
        assertThat(Logins.Key.parse("")).isEmpty();
        assertThat(Logins.Key.parse("kein.schluessel")).isEmpty();
        assertThat(Logins.Key.parse(first.toString())).contains(first);
    }

    private Logins.Key begin() {
        LoginId login = logins.begin(member, hash()).orElseThrow();
        return logins.keep(login, Optional.of("Firefox, Linux")).orElseThrow();
    }

    private String hash() {
        return jdbc.sql("select password_hash from member where id = ?")
                .param(member.value())
                .query(String.class)
                .single();
    }

    /// The key that replaces another one once the moment of parallel requests is over.
    private Logins.Key next(Logins.Key key) {
        now.set(now.get().plus(Duration.ofMinutes(2)));
        return Objects.requireNonNull(logins.resume(key).orElseThrow().next());
    }
}
