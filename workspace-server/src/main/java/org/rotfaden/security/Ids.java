package org.rotfaden.security;

import java.lang.reflect.InvocationTargetException;
import java.util.UUID;

/// Makes ids of a type that is known by its class only.
public final class Ids {

    private Ids() {}

    public static <I extends Id> I of(Class<I> type, UUID value) {
        try {
            return type.getDeclaredConstructor(UUID.class).newInstance(value);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException failure) {
            throw new IllegalArgumentException("No record of a UUID: " + type, failure);
        }
    }
}
