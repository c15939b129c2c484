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

    /// Nothing where nothing was said, as an empty text says.
    @Override
    public @Nullable Id deserialize(JsonParser parser, DeserializationContext context) {
        UUID value = context.readValue(parser, UUID.class);
        return value == null ? null : Ids.of(type, value);
    }
}
