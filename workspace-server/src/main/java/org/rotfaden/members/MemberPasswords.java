package org.rotfaden.members;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The passwords of members. With a password ends what was proved with it.
@Service
public class MemberPasswords {

    /// Who has an address, and what her password is compared with.
    private record Known(MemberId member, String hash) {}

    private final JdbcClient jdbc;
    private final Members members;
    private final Permissions permissions;
    private final PasswordEncoder passwords;
    private final Logins logins;
    private final AccessTokens tokens;
    private final LoginAttempts attempts;
    private final KnownBrowsers browsers;
    private final AuditTrail audit;
    private final Activities activities;
    private final TransactionTemplate transaction;

    MemberPasswords(
            JdbcClient jdbc,
            Members members,
            Permissions permissions,
            PasswordEncoder passwords,
            Logins logins,
            AccessTokens tokens,
            LoginAttempts attempts,
            KnownBrowsers browsers,
            AuditTrail audit,
            Activities activities,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.members = members;
        this.permissions = permissions;
        this.passwords = passwords;
        this.logins = logins;
        this.tokens = tokens;
        this.attempts = attempts;
        this.browsers = browsers;
        this.audit = audit;
        this.activities = activities;
        this.transaction = transaction;
    }

    /// Sees whether somebody may choose a password.
    ///
    /// @throws org.rotfaden.security.BrokenRule PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG
    public static void expectPossible(String chosen) {
        var _ = Password.chosen(chosen);
    }

    /// Logs in whoever knows an e-mail address and its password. Comparing takes its time: when the
    /// password is changed meanwhile, nothing begins.
    Optional<SignedIn> logIn(Email email, String password) {
        return matching(email, password)
                .flatMap(known ->
                        logins.begin(known.member(), known.hash())
                                .map(login -> SignedIn.byLogin(known.member(), login)));
    }

    /// Gives a member who forgot the password a new one to be handed over. All log-ins and access
    /// tokens of the member end.
    ///
    /// @throws NotPermitted unless an administrator does it
    @Transactional
    public Admitted renew(MemberId by, MemberId whose) {
        members.standInLine(whose);
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION).orRefuse();
        Member member = members.get(whose);
        Password password = Password.random();
        store(whose, password);
        logins.endAll(by, whose);
        browsers.forgetAll(whose);
        tokens.revokeAll(by, whose);
        audit.record(by, "PASSWORD_RENEWED", Subject.ASSOCIATION, whose.value());
        activities.tell(new MemberEvent.PasswordChanged(by, whose));
        return new Admitted(member, password.value());
    }

    /// Changes one's own password. All other log-ins and access tokens end.
    ///
    /// @param whence the browser in which it is changed stays known
    /// @throws org.rotfaden.security.BrokenRule WRONG_PASSWORD when the current one is another
    /// @throws TooManyAttempts after too many wrong ones
    /// @throws org.rotfaden.security.BrokenRule PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG
    public void change(SignedIn by, Whence whence, String current, String next) {
        Password chosen = Password.chosen(next);
        Email email = members.get(by.member()).email();
        Known known =
                attempts.attemptOfOne(
                                email.value(),
                                by.member().toString(),
                                () -> matching(email, current))
                        .orElseThrow(MemberObjection.WRONG_PASSWORD::raised);
        String hash = requireNonNull(passwords.encode(chosen.value()));
        transaction.executeWithoutResult(_ -> replace(by, whence, known, hash));
    }

    /// Comparing and hashing take their time, for which nobody has a transaction open: when the
    /// password was renewed meanwhile, the one that was given is the wrong one.
    private void replace(SignedIn by, Whence whence, Known known, String hash) {
        int replaced =
                jdbc.sql("update member set password_hash = ? where id = ? and password_hash = ?")
                        .params(hash, by.member().value(), known.hash())
                        .update();
        if (replaced == 0) {
            throw MemberObjection.WRONG_PASSWORD.raised();
        }
        logins.endOthers(by);
        whence.browser()
                .ifPresentOrElse(
                        here -> browsers.forgetOthers(by.member(), here),
                        () -> browsers.forgetAll(by.member()));
        tokens.revokeOthers(by);
        audit.record(by.member(), "PASSWORD_CHANGED", by.member().subject());
        activities.tell(new MemberEvent.PasswordChanged(by.member(), by.member()));
    }

    /// Takes as long when there is nobody with this address as when the password is wrong.
    private Optional<Known> matching(Email email, String password) {
        Optional<Known> known =
                jdbc.sql("select id, password_hash from member where id = " + MemberRows.KNOWN_BY)
                        .param("former", email.former())
                        .param("normal", email.value())
                        .query((row, _) ->
                                new Known(
                                        Columns.id(row, "id", MemberId::new),
                                        row.getString("password_hash")))
                        .optional();
        boolean matches =
                passwords.matches(
                        password,
                        known.map(Known::hash).orElseGet(() -> NobodysPassword.hash(passwords)));
        return matches ? known : Optional.empty();
    }

    private void store(MemberId whose, Password password) {
        jdbc.sql("update member set password_hash = ? where id = ?")
                .params(requireNonNull(passwords.encode(password.value())), whose.value())
                .update();
    }
}
