package org.rotfaden.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many bytes an address takes, where the usual [#USUAL] are too few or too many. Whoever sends
/// more gets 413.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargestBody {

    /// What addresses take otherwise.
    int USUAL = 64_000;

    int value();
}
