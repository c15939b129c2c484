package org.rotfaden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/// A test against a workspace of its own, whose clock it may move; all such tests share that one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WorkspaceTest
@Import(MovableClock.class)
public @interface TimeTravelTest {}
