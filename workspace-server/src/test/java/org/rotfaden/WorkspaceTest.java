package org.rotfaden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/// A test against the running workspace with a real PostgreSQL; all such tests share one. They may
/// move its clock and found the association: both are undone after each.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({Association.class, MovableClock.class, DaysBegun.class, TablesOwner.class, SlipType.class})
@ExtendWith(LeftAsFound.class)
public @interface WorkspaceTest {}
