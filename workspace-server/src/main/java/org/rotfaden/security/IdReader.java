package org.rotfaden.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/// Reads ids of any type.
final class IdReader extends ValueDeserializer<Id> {

    private final Class<? extends Id> type;

    /// For Jackson, which then asks for one of the right type.
    IdReader() {
        this(Id.class);
    }

    private IdReader(Class<? extends Id> type) {
        this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, @Nullable BeanProperty property) {
        JavaType wanted = context.getContextualType();
        return new IdReader(wanted.getRawClass().asSubclass(Id.class));
    }

    @Override
    public Id deserialize(JsonParser parser, DeserializationContext context) {
        return Ids.of(type, context.readValue(parser, UUID.class));
    }
}
