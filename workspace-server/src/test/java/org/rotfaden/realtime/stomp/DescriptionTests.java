package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.SlipType;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activity;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/// The description for machines, and the page for people, say what is sent. [Follower] holds each
/// message that any test hears against the file as well.
@WorkspaceTest
class DescriptionTests {

    @Autowired private SubjectTypes subjectTypes;
    @Autowired private JsonMapper json;

    @Test
    void everything_to_which_something_happens_can_be_followed() throws IOException {
        List<String> types =
                subjectTypes.all().stream()
                        .map(SubjectType::type)
                        .filter(type -> !type.equals(SlipType.SUBJECT))
                        .collect(inOrder());
        for (var described :
                List.of(
                        Described.at("channels", "topic", "parameters", "type", "enum"),
                        Described.at(
                                "components",
                                "schemas",
                                "subject",
                                "properties",
                                "type",
                                "enum"))) {
            assertThat(Described.words(described)).containsExactlyElementsOf(types);
        }
        assertThat(Files.readString(Path.of("../docs/live.md")))
                .contains(types.stream().map(type -> "`" + type + "`").toList());
    }

    /// But for what happens before anybody can follow it.
    @Test
    void every_kind_of_thing_that_happens_is_listed() {
        List<String> listed =
                Described.table().stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .collect(inOrder());
        assertThat(Described.words(Described.at("components", "schemas", "kind", "enum")))
                .containsExactlyElementsOf(listed);
        List<String> unheard = new ArrayList<>(kinds());
        unheard.removeAll(listed);
        assertThat(unheard).containsExactly("association.founded", "member.registered");
    }

    @Test
    void what_the_connection_says_of_itself_is_described_with_all_codes() throws IOException {
        Instant now = Instant.parse("2026-11-26T20:15:00Z");
        for (LiveMessage message :
                List.of(
                        LiveMessage.following(Subject.ASSOCIATION, now, 0),
                        LiveMessage.missed(Subject.ASSOCIATION, now, 1),
                        LiveMessage.refused(Followed.NOT_FOUND),
                        LiveMessage.refused(Followed.TOO_MANY_TOPICS),
                        LiveMessage.ended(Followed.RIGHT_ENDED),
                        LiveMessage.ended(Followed.LOGGED_OUT))) {
            Described.check(json.valueToTree(message));
        }
        assertThat(Files.readString(Path.of("../docs/live.md")))
                .contains(Stream.of(Refusal.values()).map(Refusal::name).toList());
    }

    private static List<String> kinds() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Activity.class));
        return scanner.findCandidateComponents("org.rotfaden").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(name -> ClassUtils.resolveClassName(name, null))
                .map(type -> Activity.kindOf(type.asSubclass(Activity.class)))
                .collect(inOrder());
    }

    private static Collector<String, ?, List<String>> inOrder() {
        return Collectors.collectingAndThen(
                Collectors.toSet(), all -> all.stream().sorted().toList());
    }
}
