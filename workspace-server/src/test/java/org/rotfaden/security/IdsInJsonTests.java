package org.rotfaden.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rotfaden.WorkspaceTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Ids are UUIDs for programs, and there is none without one.
@WorkspaceTest
class IdsInJsonTests {

    private static final UUID VALUE = UUID.fromString("6f0c1f5e-0b7e-4c7e-9d4e-2f1b7c3a5d10");

    record Said(MemberId one, List<MemberId> many, Optional<MemberId> perhaps) {}

    @Autowired private JsonMapper json;

    @Test
    void an_id_is_its_uuid() {
        var id = new MemberId(VALUE);
        var said = new Said(id, List.of(id), Optional.of(id));
        String text =
                "{\"one\":\"%1$s\",\"many\":[\"%1$s\"],\"perhaps\":\"%1$s\"}".formatted(VALUE);
        assertThat(json.writeValueAsString(said)).isEqualTo(text);
        assertThat(json.readValue(text, Said.class)).isEqualTo(said);
    }

    @Test
    void what_is_no_uuid_is_no_id() {
        assertThat(read("{\"one\":\"%s\",\"many\":[],\"perhaps\":\"\"}").perhaps()).isEmpty();
        for (String text :
                List.of(
                        "{\"one\":\"\",\"many\":[]}",
                        "{\"one\":\" \",\"many\":[]}",
                        "{\"one\":\"keine\",\"many\":[]}",
                        "{\"one\":\"%s\",\"many\":[\"\"]}",
                        "{\"one\":{\"value\":\"%s\"},\"many\":[]}")) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(JacksonException.class);
        }
    }

    private Said read(String text) {
        return json.readValue(text.formatted(VALUE), Said.class);
    }
}
