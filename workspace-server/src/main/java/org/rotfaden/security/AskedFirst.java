package org.rotfaden.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which permission an address is for, where that does not depend on what is sent: it is asked
/// before a body is read. The use case behind it asks again, as always.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AskedFirst {

    Permission value();

    /// The type of the subject whose id is the address's `{id}`; the association when it is empty.
    String of() default "";
}
