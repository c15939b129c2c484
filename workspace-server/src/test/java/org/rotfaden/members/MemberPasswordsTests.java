package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@WorkspaceTest
class MemberPasswordsTests {

    private static final int AT_ONCE = 6;
    private static final String NEXT = "ein neues Passwort";
    private static final Whence HERE = new Whence("192.0.2.1", Optional.empty());

    @Autowired private ApplicationContext workspace;
    @Autowired private MemberPasswords passwords;
    @Autowired private Association association;
    @Autowired private Logins logins;
    @Autowired private AccessTokens tokens;

    private Member member;
    private MemberId anna;

    @BeforeEach
    void somebody() {
        member = association.newcomer(Right.READ);
        anna = association.anna().id();
    }

    @Test
    void changing_ones_password_needs_the_current_one_and_ends_all_other_log_ins_and_tokens() {
        SignedIn self = association.logIn(member.id());
        SignedIn elsewhere = association.logIn(member.id());
        String token = association.tokenOf(member);
        assertThatThrownBy(() -> passwords.change(self, HERE, "falsch", NEXT))
                .hasMessage("WRONG_PASSWORD");
        assertThatThrownBy(() -> passwords.change(self, HERE, Association.PASSWORD, "kurz"))
                .hasMessage("PASSWORD_TOO_SHORT");
        assertThat(tokens.find(token)).isPresent();
        passwords.change(self, HERE, Association.PASSWORD, NEXT);
        assertThat(logIn(passwords, NEXT)).isPresent();
        assertThat(isOpen(self)).isTrue();
        assertThat(isOpen(elsewhere)).isFalse();
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void a_program_that_changes_the_password_keeps_its_own_token() {
        String kept = association.tokenOf(member);
        AccessToken own = tokens.find(kept).orElseThrow();
        String other = association.tokenOf(member);
        passwords.change(
                SignedIn.byAccessToken(member.id(), own.id()), HERE, Association.PASSWORD, NEXT);
        assertThat(tokens.find(kept)).isPresent();
        assertThat(tokens.find(other)).isEmpty();
    }

    @Test
    void a_renewed_password_ends_all_log_ins_and_access_tokens() {
        SignedIn login = association.logIn(member.id());
        String token = association.tokenOf(member);
        assertThatThrownBy(() -> passwords.renew(member.id(), member.id()))
                .isInstanceOf(NotPermitted.class);
        Admitted renewed = passwords.renew(anna, member.id());
        assertThat(logIn(passwords, Association.PASSWORD)).isEmpty();
        assertThat(logIn(passwords, renewed.password())).isPresent();
        assertThat(isOpen(login)).isFalse();
        assertThat(tokens.find(token)).isEmpty();
    }

    /// The old password is found right, then it is renewed, and only then something comes of it.
    @Test
    void nothing_begins_with_a_password_that_was_renewed_while_it_was_compared() throws Exception {
        var compared = new CountDownLatch(AT_ONCE);
        var renewed = new CountDownLatch(1);
        MemberPasswords slow =
                with(
                        comparing(() -> {
                            compared.countDown();
                            await(renewed);
                        }));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Optional<SignedIn>>> running =
                    Stream.generate(() -> threads.submit(() -> logIn(slow, Association.PASSWORD)))
                            .limit(AT_ONCE)
                            .toList();
            await(compared);
            passwords.renew(anna, member.id());
            renewed.countDown();
            for (Future<Optional<SignedIn>> begun : running) {
                assertThat(begun.get()).isEmpty();
            }
        }
        assertThat(logins.of(member.id())).isEmpty();
    }

    @Test
    void whoever_asks_for_a_token_while_the_password_is_renewed_gets_none() {
        SignedIn before = logIn(passwords, Association.PASSWORD).orElseThrow();
        var atTheSameMoment = new AtTheSameMoment(workspace);
        assertThatThrownBy(() ->
                        atTheSameMoment.meanwhile(
                                () -> passwords.renew(anna, member.id()),
                                () -> tokens.create(before)))
                .hasMessage("LOGIN_ENDED");
        assertThat(tokens.of(member.id())).isEmpty();
    }

    @Test
    void a_token_that_is_just_being_made_ends_with_the_password_that_is_renewed() {
        SignedIn before = logIn(passwords, Association.PASSWORD).orElseThrow();
        new AtTheSameMoment(workspace)
                .meanwhile(() -> tokens.create(before), () -> passwords.renew(anna, member.id()));
        assertThat(tokens.of(member.id())).isEmpty();
    }

    @Test
    void a_log_in_that_is_just_beginning_ends_with_the_password_that_is_renewed() {
        var begun = new AtomicReference<SignedIn>();
        new AtTheSameMoment(workspace)
                .meanwhile(
                        () -> begun.set(logIn(passwords, Association.PASSWORD).orElseThrow()),
                        () -> passwords.renew(anna, member.id()));
        assertThatThrownBy(() -> tokens.create(begun.get())).hasMessage("LOGIN_ENDED");
        assertThat(
                        workspace
                                .getBean(JdbcClient.class)
                                .sql("select count(*) from login where member_id = ?")
                                .param(member.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void the_browser_in_which_the_password_is_changed_stays_known_and_no_other() {
        KnownBrowsers browsers = workspace.getBean(KnownBrowsers.class);
        Secret here = remembered(browsers);
        Secret elsewhere = remembered(browsers);
        passwords.change(
                association.logIn(member.id()),
                new Whence("192.0.2.1", Optional.of(here)),
                Association.PASSWORD,
                NEXT);
        assertThat(browsers.knows(member.email(), here)).isTrue();
        assertThat(browsers.knows(member.email(), elsewhere)).isFalse();
    }

    private Secret remembered(KnownBrowsers browsers) {
        var answer = new MockHttpServletResponse();
        browsers.remember(member.id(), new MockHttpServletRequest(), answer);
        return new Secret(
                Objects.requireNonNull(answer.getCookie(Whence.BROWSER.name())).getValue());
    }

    /// The same work, whoever it is: nobody finds out by a clock who is a member.
    @Test
    void asking_for_nobody_compares_as_much_as_asking_with_a_wrong_password() {
        var compared = new ArrayList<String>();
        MemberPasswords counting =
                with(
                        new PasswordEncoder() {

                            private final PasswordEncoder real =
                                    workspace.getBean(PasswordEncoder.class);

                            @Override
                            public @Nullable String encode(@Nullable CharSequence password) {
                                return real.encode(password);
                            }

                            @Override
                            public boolean matches(
                                    @Nullable CharSequence password, @Nullable String hash) {
                                compared.add(Objects.requireNonNull(hash).replaceAll("[^$]*$", ""));
                                return real.matches(password, hash);
                            }
                        });
        assertThat(counting.logIn(member.email(), "falsch")).isEmpty();
        assertThat(counting.logIn(new Email("niemand@example.org"), "falsch")).isEmpty();
        assertThat(compared).hasSize(2).containsOnly(compared.getFirst());
        assertThat(compared.getFirst()).contains("bcrypt").endsWith("$");
    }

    private boolean isOpen(SignedIn signedIn) {
        return logins.find(Objects.requireNonNull(signedIn.login())).isPresent();
    }

    private Optional<SignedIn> logIn(MemberPasswords with, String password) {
        return with.logIn(member.email(), password);
    }

    private MemberPasswords with(PasswordEncoder encoder) {
        return new MemberPasswords(
                workspace.getBean(JdbcClient.class),
                workspace.getBean(Members.class),
                workspace.getBean(Permissions.class),
                encoder,
                logins,
                tokens,
                workspace.getBean(LoginAttempts.class),
                workspace.getBean(KnownBrowsers.class),
                workspace.getBean(AuditTrail.class),
                workspace.getBean(Activities.class),
                workspace.getBean(TransactionTemplate.class));
    }

    /// Compares, and then something happens before anybody hears of it.
    private PasswordEncoder comparing(Runnable meanwhile) {
        PasswordEncoder encoder = workspace.getBean(PasswordEncoder.class);
        return new PasswordEncoder() {

            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                boolean matches = encoder.matches(password, hash);
                meanwhile.run();
                return matches;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
