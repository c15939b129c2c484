package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkspaceTest
class MembersTests {

    @Autowired private Members members;
    @Autowired private Association association;
    @Autowired private MemberPasswords passwords;
    @Autowired private JdbcClient jdbc;

    @Test
    void nobody_becomes_the_first_where_others_are() {
        association.anna();
        assertThatThrownBy(() ->
                        members.registerFirstAdministrator(
                                "Mallory", new Email("mallory@example.org"), "ein langes Passwort"))
                .isInstanceOf(AlreadySetUp.class);
    }

    @Test
    void only_administrators_change_rights() {
        Member bekir = association.bekir();
        assertThatThrownBy(() -> members.changeRight(bekir.id(), bekir.id(), Right.READ))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void an_address_belongs_to_one_member_whatever_its_case() {
        association.bekir();
        assertThatThrownBy(() ->
                        members.registerSample(
                                List.of(
                                        new NewMember(
                                                "Zwei",
                                                new Email("BEKIR@example.org "),
                                                Right.READ)),
                                "x"))
                .hasMessage("EMAIL_TAKEN");
    }

    @Test
    void passwords_stand_in_the_database_as_hashes_only() {
        association.bekir();
        assertThat(
                        jdbc.sql("select password_hash from member where password_hash <> ''")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .allMatch(hash -> hash.startsWith("{bcrypt}"));
    }

    @Test
    void a_password_is_neither_short_nor_longer_than_can_be_told_apart() {
        assertThatThrownBy(() -> Password.chosen("kurz")).hasMessage("PASSWORD_TOO_SHORT");
        assertThatThrownBy(() -> new Password("ü".repeat(37))).hasMessage("PASSWORD_TOO_LONG");
    }

    @Test
    void whoever_is_taken_in_logs_in_with_the_password_that_was_handed_over() {
        var newcomer = new NewMember("Finn", new Email("finn@example.org"), Right.READ);
        assertThatThrownBy(() ->
                        members.admit(association.bekir().id(), newcomer, Subject.ASSOCIATION))
                .isInstanceOf(NotPermitted.class);
        Admitted finn = members.admit(association.anna().id(), newcomer, Subject.ASSOCIATION);
        assertThat(finn.password()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(passwords.logIn(new Email("finn@example.org"), finn.password()))
                .get()
                .extracting(SignedIn::member)
                .isEqualTo(finn.member().id());
        assertThatThrownBy(
                        () -> members.admit(association.anna().id(), newcomer, Subject.ASSOCIATION))
                .hasMessage("EMAIL_TAKEN");
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatThrownBy(() -> new Email("keine Adresse")).hasMessage("INVALID_EMAIL");
        assertThatThrownBy(() -> new Email("a".repeat(250) + "@example.org"))
                .hasMessage("INVALID_EMAIL");
    }
}
