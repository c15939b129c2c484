package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void without_any_it_is_this_machine_only_and_real_data() {
        var options = Options.parse();
        assertThat(options.demo()).isFalse();
        assertThat(options.isOpenToOthers()).isFalse();
        assertThat(options.address()).isEqualTo("http://localhost:8080");
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void a_demonstration_has_a_folder_of_its_own() {
        assertThat(Options.parse("--demo").data()).isEqualTo(Path.of("data-demo").toAbsolutePath());
        assertThat(Options.parse("--demo", "--data", "/srv/x").data()).isEqualTo(Path.of("/srv/x"));
    }

    @Test
    void values_come_after_a_space_or_an_equals_sign() {
        var options =
                Options.parse("--port=81", "--host", "0.0.0.0", "--data=/srv/mit Leerzeichen");
        assertThat(options.port()).isEqualTo(81);
        assertThat(options.isOpenToOthers()).isTrue();
        assertThat(options.address()).isEqualTo("http://localhost:81");
        assertThat(options.data()).isEqualTo(Path.of("/srv/mit Leerzeichen"));
    }

    @Test
    void settings_of_the_application_are_handed_on() {
        assertThat(Options.parse("--spring.datasource.url=jdbc:postgresql://db/x").settings())
                .contains(
                        "--spring.datasource.url=jdbc:postgresql://db/x", "--rotfaden.demo=false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "--Demo",
                "--demo=yes",
                "--port",
                "--port=",
                "--port=0",
                "--port=65536",
                "--port=x",
                "--spring=x",
                "--data=\0"
            })
    void anything_else_is_wrong(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOfSatisfying(
                        CannotStart.class, reason -> assertThat(reason.exitCode()).isEqualTo(2));
    }
}
