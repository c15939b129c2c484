package org.rotfaden.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.Key;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// No two topics have one name, however they are put together.
class TopicTests {

    private static final UUID ID = new UUID(1, 2);

    @Property
    void another_subject_is_another_topic(
            @ForAll @Chars({'a', ':'}) @StringLength(max = 6) String one,
            @ForAll @Chars({'a', ':'}) @StringLength(max = 6) String another) {
        var first = new Subject(one, ID);
        var second = new Subject(another, ID);
        assertThat(Topic.about(first).equals(Topic.about(second))).isEqualTo(one.equals(another));
        for (Permission permission : Permission.values()) {
            for (Permission other : Permission.values()) {
                assertThat(
                                Topic.of(Key.here(permission, first))
                                        .equals(Topic.of(Key.here(other, second))))
                        .isEqualTo(permission == other && one.equals(another));
                assertThat(Topic.of(Key.here(permission, first)))
                        .isNotEqualTo(Topic.of(Key.below(other, second)));
            }
        }
    }

    @Test
    void what_no_node_may_miss_is_no_subject_and_no_key() {
        assertThat(Topic.OF_ALL_NODES.name()).doesNotContain(":");
    }
}
