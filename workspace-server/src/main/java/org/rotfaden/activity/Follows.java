package org.rotfaden.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// A method that hears a [Told] and must not miss any, in a transaction and a thread of its own.
/// That it has to hear it is written down with what happened. When it fails or the server dies, it
/// hears it again later, perhaps twice, and perhaps after what came later: it compares versions.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Async(FollowersAtWork.THREADS)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
public @interface Follows {

    /// Which of all that happens it hears, in the language of Spring's expressions; without one
    /// all.
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "condition")
    String condition() default "";
}
