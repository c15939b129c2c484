package org.rotfaden.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tools.jackson.databind.annotation.JsonDeserialize;

/// Refers to one thing of one type, so that no other is taken for it. Each is a record of a UUID,
/// and in JSON and in addresses that UUID.
@JsonDeserialize(using = IdReader.class)
public interface Id {

    @JsonValue
    UUID value();
}
