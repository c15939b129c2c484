package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every pair of days at every address that takes one, and days far off.
@WorkspaceTest
class DaysApiTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FIRST = "1000-01-01";
    private static final String LAST = "9999-12-31";

    /// The addresses that take a first and a last day.
    enum Address {
        MEMBERSHIP,
        NEWCOMER,
        GRANT,
        ELECTION,
        BY_ELECTION
    }

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Permissions permissions;

    private Landscape land;
    private Unit unit;
    private Body board;
    private MemberId member;
    private LocalDate today;
    private String anna;

    @BeforeEach
    void a_unit() {
        land = new Landscape(workspace);
        unit = land.top("Bund");
        board = land.board(unit);
        member = land.person();
        today = land.today();
        anna = association.tokenOf(association.anna());
    }

    @ParameterizedTest
    @EnumSource
    void what_would_last_for_no_day_is_refused(Address address) {
        Stream.of(
                        pair(today, today.minusDays(1)),
                        pair(today, today.minusDays(30)),
                        pair(today.plusDays(9), today.plusDays(8)),
                        List.of(LAST, "9999-12-30"),
                        List.of("1000-01-02", FIRST),
                        List.of(LAST, FIRST))
                .forEach(days -> {
                    HttpResponse<String> answer = send(address, days.getFirst(), days.getLast());
                    assertThat(answer.statusCode()).as("%s", days).isEqualTo(400);
                    assertThat(answer.body()).contains("INVALID_TERM");
                });
    }

    @ParameterizedTest
    @EnumSource
    void days_at_the_ends_of_the_calendar_are_taken_or_refused_and_never_break_anything(
            Address address) {
        Stream.of(
                        List.of(today.toString(), today.toString()),
                        List.of(today.toString(), LAST),
                        List.of(LAST, LAST),
                        List.of(FIRST, FIRST),
                        List.of(FIRST, LAST))
                .forEach(days ->
                        assertThat(send(address, days.getFirst(), days.getLast()).statusCode())
                                .as("%s", days)
                                .isLessThan(500));
        everythingIsReadable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000-01-01",
                "+10000-01-01",
                "0999-12-31",
                "0000-00-00",
                "+999999999-12-31",
                "-999999999-01-01",
                "2027-02-30",
                "infinity",
                ""
            })
    void what_is_no_day_of_the_calendar_is_refused(String day) {
        for (Address address : Address.values()) {
            assertThat(send(address, day, LAST).statusCode()).isEqualTo(400);
            assertThat(send(address, FIRST, day).statusCode()).isEqualTo(400);
        }
        assertThat(rule(day).statusCode()).isEqualTo(400);
    }

    @Test
    void single_days_at_the_ends_of_the_calendar_break_nothing() {
        land.rule(unit, Rule.AGE_LIMIT, "999", today);
        String home = "/api/memberships/" + land.at(unit, member).id() + "/end";
        land.elect(board, Landscape.CHAIR, member, today, today.plusDays(9));
        String office =
                "/api/bodies/%s/offices/%s/end"
                        .formatted(
                                board.id(),
                                workspace.getBean(Offices.class).in(board.id()).getFirst().id());
        for (String day : List.of(LAST, today.toString(), FIRST)) {
            String end = "{\"lastDay\":\"%s\"}".formatted(day);
            assertThat(send("POST", office, end).statusCode()).as(day).isLessThan(500);
            assertThat(send("POST", home, end).statusCode()).as(day).isLessThan(500);
            assertThat(rule(day).statusCode()).as(day).isLessThan(500);
        }
        everythingIsReadable();
    }

    @Test
    void nobody_becomes_a_member_for_ever_by_a_membership_of_no_day() {
        MemberId former = land.person();
        land.at(unit, former, new Term(today.minusDays(9), today.minusDays(8)));
        member = former;
        send(Address.MEMBERSHIP, today.toString(), today.minusDays(1).toString());
        assertThat(permissions.hasLeft(former)).isTrue();
        assertThat(permissions.allows(former, Permission.FOUND_GROUPS, Subject.ASSOCIATION))
                .isFalse();
    }

    private void everythingIsReadable() {
        for (String path :
                List.of(
                        "/api/units/%s/members".formatted(unit.id()),
                        "/api/units/%s/rules/history".formatted(unit.id()),
                        "/api/units/%s/rules".formatted(unit.id()),
                        "/api/bodies/%s/offices/ever".formatted(board.id()),
                        "/api/bodies/%s/vacancies".formatted(board.id()),
                        "/api/grants?subjectType=unit&subjectId=%s".formatted(unit.id()),
                        "/api/rights/unit/%s/holders".formatted(unit.id()))) {
            assertThat(send("GET", path, "").statusCode()).as(path).isEqualTo(200);
        }
    }

    private static List<String> pair(LocalDate from, LocalDate last) {
        return List.of(from.toString(), last.toString());
    }

    private HttpResponse<String> rule(String from) {
        return send(
                "PUT",
                "/api/units/%s/rules/LONGEST_TERM".formatted(unit.id()),
                "{\"value\":\"999\",\"from\":\"%s\",\"paragraph\":\"§ 1\",\"overridable\":true}"
                        .formatted(from));
    }

    private HttpResponse<String> send(Address address, String from, String last) {
        String days = "\"from\":\"%s\",\"lastDay\":\"%s\"".formatted(from, last);
        return switch (address) {
            case MEMBERSHIP ->
                    send(
                            "POST",
                            "/api/memberships",
                            "{\"member\":\"%s\",\"unit\":\"%s\",\"kind\":\"FULL\",%s}"
                                    .formatted(member, unit.id(), days));
            case NEWCOMER ->
                    send(
                            "POST",
                            "/api/units/%s/members".formatted(unit.id()),
                            "{\"name\":\"Neu\",\"email\":\"%s@example.org\",\"kind\":\"FULL\",%s}"
                                    .formatted(UUID.randomUUID(), days));
            case GRANT ->
                    send(
                            "POST",
                            "/api/grants",
                            ("{\"memberId\":\"%s\",\"role\":\"ADMINISTRATOR\",\"subjectType\":\"unit\","
                                 + "\"subjectId\":\"%s\",%s}")
                                    .formatted(member, unit.id(), days));
            case ELECTION -> elect("elections", days);
            case BY_ELECTION -> elect("by-elections", days);
        };
    }

    private HttpResponse<String> elect(String how, String days) {
        return send(
                "POST",
                "/api/bodies/%s/%s".formatted(board.id(), how),
                ("{\"elected\":[{\"title\":\"%s\",\"member\":\"%s\"}],%s,\"electedOn\":\"%s\","
                                + "\"electedBy\":\"\"}")
                        .formatted(Landscape.ASSESSOR, member, days, today));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version() + "\"")
                        .header("Authorization", "Bearer " + anna)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long version() {
        return workspace.getBean(Bodies.class).get(board.id()).version();
    }
}
