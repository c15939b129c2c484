package org.rotfaden.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkspaceTest
class MembersTests {

    @Autowired private Members members;
    @Autowired private Association association;
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
                .isInstanceOf(OnlyAdministrators.class);
    }

    @Test
    void an_address_belongs_to_one_member_whatever_its_case() {
        association.bekir();
        assertThatThrownBy(() ->
                        members.registerSample(
                                new NewMember(
                                        "Zwei",
                                        new Email("BEKIR@example.org "),
                                        "x",
                                        Right.READ,
                                        false)))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void passwords_stand_in_the_database_as_hashes_only() {
        association.bekir();
        assertThat(jdbc.sql("select password_hash from member").query(String.class).list())
                .allMatch(hash -> hash.startsWith("{bcrypt}"));
    }

    @Test
    void a_password_is_neither_short_nor_longer_than_can_be_told_apart() {
        var email = new Email("x@example.org");
        assertThatThrownBy(() ->
                        new NewMember("X", email, "kurz", Right.READ, false).withStrongPassword())
                .isInstanceOf(InvalidPassword.class);
        assertThatThrownBy(() -> new NewMember("X", email, "ü".repeat(37), Right.READ, false))
                .isInstanceOf(InvalidPassword.class);
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatThrownBy(() -> new Email("keine Adresse")).isInstanceOf(InvalidEmail.class);
        assertThatThrownBy(() -> new Email("a".repeat(250) + "@example.org"))
                .isInstanceOf(InvalidEmail.class);
    }

    @Test
    void guessing_is_slowed_for_one_account_and_not_for_a_hall() {
        var attempts = new LoginAttempts();
        for (int guess = 0; guess < 5; guess++) {
            attempts.claim("anna@example.org", "10.0.0.1");
        }
        assertThatThrownBy(() -> attempts.claim("anna@example.org", "10.0.0.1"))
                .isInstanceOf(TooManyAttempts.class);
        attempts.claim("anna@example.org", "10.0.0.2");
        for (int member = 0; member < 500; member++) {
            attempts.claim("member" + member + "@example.org", "10.0.0.1");
            attempts.succeeded("member" + member + "@example.org", "10.0.0.1");
        }
    }
}
