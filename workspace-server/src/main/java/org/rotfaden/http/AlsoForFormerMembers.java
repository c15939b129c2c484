package org.rotfaden.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An address that whoever has left the association may still ask, because it shows what is her own
/// and nothing of others. All other addresses are closed to her.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoForFormerMembers {}
