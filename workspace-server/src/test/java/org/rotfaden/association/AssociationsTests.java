package org.rotfaden.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.springframework.beans.factory.annotation.Autowired;

/// The one association of a workspace.
@WorkspaceTest
class AssociationsTests {

    private static final AssociationSettings SETTINGS =
            AssociationSettings.of("Bund", "de", "Europe/Berlin", "#1a5fd0");

    @Autowired private Associations associations;
    @Autowired private org.rotfaden.Association people;

    @BeforeEach
    void found() {
        associations.found(SETTINGS);
    }

    @Test
    void it_is_founded_once() {
        assertThatThrownBy(() -> associations.found(SETTINGS)).hasMessage("ALREADY_FOUNDED");
    }

    @Test
    void whoever_comes_second_is_told_and_overwrites_nothing() {
        MemberId anna = people.anna().id();
        long seen = version();
        associations.change(anna, seen, named("Bund der Ersten"));
        assertThatThrownBy(() -> associations.change(anna, seen, named("Bund der Zweiten")))
                .isInstanceOf(Conflict.class);
        assertThat(associations.find().map(Association::name)).contains("Bund der Ersten");
    }

    @Test
    void only_administrators_change_it() {
        MemberId bekir = people.bekir().id();
        assertThatThrownBy(() -> associations.change(bekir, version(), named("Bekirs Bund")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> associations.changeLogo(bekir, null))
                .isInstanceOf(NotPermitted.class);
    }

    private long version() {
        return associations.find().map(Association::version).orElseThrow();
    }

    private static AssociationSettings named(String name) {
        return AssociationSettings.of(name, "de", "Europe/Berlin", null);
    }
}
