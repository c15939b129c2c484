package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Everybody follows a subject of each type exactly where she may read it: what the interface for
/// programs shows is the measure. What happens to a person is for herself.
@WorkspaceTest
class WhoFollowsTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Members members;
    @Autowired private Permissions permissions;
    @Autowired private WorkingGroups groups;

    private Cast cast;
    private final Map<Part, String> tokens = new EnumMap<>(Part.class);

    @BeforeEach
    void assemble() {
        cast = Cast.assemble(workspace);
        for (Part part : Part.values()) {
            tokens.put(part, association.tokenOf(cast.player(part)));
        }
    }

    @Test
    void everybody_follows_what_she_may_read_and_nothing_else() {
        Map<Subject, String> subjects = subjects();
        Map<String, String> wrong = new TreeMap<>();
        for (Part part : Part.values()) {
            Follower follower = Follower.with(port, token(part));
            Map<Subject, Follower.Topic> topics = new LinkedHashMap<>();
            subjects.keySet().forEach(subject -> topics.put(subject, follower.follow(subject)));
            await().until(() -> topics.values().stream().noneMatch(topic -> topic.heard.isEmpty()));
            topics.forEach((subject, topic) -> {
                String answer = topic.events().getFirst();
                boolean isHerself = subject.equals(cast.id(part).subject());
                String address = isHerself ? "/api/members/me" : subjects.getOrDefault(subject, "");
                boolean isForHerselfAlone = subject.type().equals(MemberId.SUBJECT) && !isHerself;
                String right =
                        !isForHerselfAlone && isShown(part, address) ? "following" : "refused";
                if (!answer.equals(right)) {
                    wrong.put(part + " " + subject, answer + " where " + right + " is right");
                }
            });
            follower.leave();
        }
        assertThat(wrong).isEmpty();
    }

    /// Who takes part in an open group is heard by those alone who see its members.
    @Test
    void who_may_read_a_subject_hears_only_what_she_may_know_of() {
        Map<Part, Follower.Topic> heard = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            heard.put(part, Follower.with(port, token(part)).follow(cast.group.subject()));
        }
        await().until(() -> heard.values().stream().noneMatch(topic -> topic.heard.isEmpty()));
        groups.join(cast.id(Part.MEMBER), cast.group);
        heard.forEach((part, topic) -> {
            boolean sees =
                    permissions.allows(cast.id(part), Permission.SEE_MEMBERS, cast.group.subject());
            boolean follows = topic.events().getFirst().equals("following");
            if (follows) {
                await(part.name()).until(() -> topic.events().contains("group.count-changed"));
            }
            assertThat(topic.events().contains("group.participation-changed"))
                    .as("%s", part)
                    .isEqualTo(follows && (sees || part == Part.MEMBER));
        });
    }

    private Map<Subject, String> subjects() {
        Map<Subject, String> subjects = new LinkedHashMap<>();
        subjects.put(Subject.ASSOCIATION, "/api/units?tree=" + cast.tree.value());
        for (var unit : List.of(cast.above, cast.here, cast.below, cast.beside)) {
            subjects.put(unit.subject(), "/api/units/" + unit.value());
        }
        for (var body : List.of(cast.board, cast.boardAbove, cast.committee)) {
            subjects.put(body.subject(), "/api/bodies/" + body.value());
        }
        for (var group : List.of(cast.group, cast.otherGroup, cast.archivedGroup)) {
            subjects.put(group.subject(), "/api/groups/" + group.value());
        }
        for (var motion : List.of(cast.motionOfUnit, cast.motionOfBoard, cast.motionOfGroup)) {
            subjects.put(motion.id().subject(), "/api/motions/" + motion.id().value());
        }
        for (Part part : Part.values()) {
            subjects.put(
                    cast.id(part).subject(), "/api/people/" + members.get(cast.id(part)).slug());
        }
        subjects.put(new Subject("unit", UUID.randomUUID()), "/api/units/" + UUID.randomUUID());
        return subjects;
    }

    private boolean isShown(Part part, String address) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://localhost:" + port + address))
                                            .header("Authorization", "Bearer " + token(part))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String token(Part part) {
        return Objects.requireNonNull(tokens.get(part));
    }
}
