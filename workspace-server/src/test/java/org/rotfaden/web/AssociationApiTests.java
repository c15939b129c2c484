package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rotfaden.Part.ASSOCIATION_ADMINISTRATOR;
import static org.rotfaden.Part.CHAIR;
import static org.rotfaden.Part.CHAIR_WHO_LEFT;
import static org.rotfaden.Part.FORMER_MEMBER;
import static org.rotfaden.Part.GROUP_HOST;
import static org.rotfaden.Part.HOME_MEMBER;
import static org.rotfaden.Part.OPERATOR;
import static org.rotfaden.Part.SECRETARY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rotfaden.Association;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Units, bodies, groups and rights over HTTP: versions, pages, and what cannot be understood.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssociationApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;

    private Cast cast;

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
    }

    @Test
    void who_has_the_current_version_gets_no_second_copy() {
        String unit = "/api/units/" + cast.here;
        String etag = etag(send("GET", unit, CHAIR, ""));
        assertThat(send("GET", unit, CHAIR, "", "If-None-Match", etag).statusCode()).isEqualTo(304);
        rename(etag, "Nordstadt am See");
        var fresh = send("GET", unit, CHAIR, "", "If-None-Match", etag);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(json(fresh).get("name").asString()).isEqualTo("Nordstadt am See");
    }

    @Test
    void a_change_says_what_it_changes() {
        String name = "/api/units/" + cast.here + "/name";
        String body = "{'name':'Anders'}";
        assertProblem(send("PUT", name, CHAIR, body), 428, "PRECONDITION_REQUIRED");
        assertProblem(
                send("PUT", name, CHAIR, body, "If-Match", "*"), 428, "PRECONDITION_REQUIRED");
        for (String other : List.of("\"999999\"", "W/\"0\"", "\"x\"", "0")) {
            assertProblem(
                    send("PUT", name, CHAIR, body, "If-Match", other),
                    412,
                    "CHANGED_BY_SOMEBODY_ELSE");
        }
    }

    @Test
    void the_second_of_two_who_saw_the_same_changes_nothing() {
        String body = "/api/bodies/" + cast.committee;
        String etag = etag(send("GET", body, CHAIR, ""));
        String described =
                "{'kind':'COMMITTEE','name':'Ausschuss','composition':'','termMonths':%d,'seats':[]}";
        var first = send("PUT", body, CHAIR, described.formatted(12), "If-Match", etag);
        assertThat(first.statusCode()).isEqualTo(200);
        assertProblem(
                send("PUT", body, CHAIR, described.formatted(6), "If-Match", etag),
                412,
                "CHANGED_BY_SOMEBODY_ELSE");
        assertThat(
                        send("PUT", body, CHAIR, described.formatted(6), "If-Match", etag(first))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_left_empty_in_an_address_is_not_asked_for() {
        assertThat(send("GET", "/api/units?tree=&below=&most=1", CHAIR, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_long_list_is_read_page_by_page() {
        List<String> read = new ArrayList<>();
        String next = "/api/units?most=1&below=" + cast.above;
        while (!next.isEmpty()) {
            JsonNode page = json(send("GET", next, CHAIR, ""));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(1);
            page.get("items").forEach(unit -> read.add(unit.get("id").asString()));
            next = page.get("next").isNull() ? "" : page.get("next").asString();
        }
        assertThat(read).containsExactlyInAnyOrder(cast.here.toString(), cast.beside.toString());
        JsonNode audit = json(send("GET", "/api/audit?after=1&most=2", OPERATOR, ""));
        assertThat(audit.get("items").size()).isEqualTo(2);
        assertThat(audit.get("next").asString()).contains("after=3", "most=2");
        JsonNode offices = json(send("GET", "/api/audit?kind=OFFICES&most=2", OPERATOR, ""));
        assertThat(offices.get("items").findValuesAsString("action"))
                .isNotEmpty()
                .allMatch(action -> action.matches("(OFFICE|ELECTION).*"));
        assertThat(send("GET", "/api/audit?kind=NONE", OPERATOR, "").statusCode()).isEqualTo(400);
    }

    @Test
    void who_has_left_sees_no_offices() {
        String offices = "/api/bodies/" + cast.board + "/offices";
        json(send("GET", offices, CHAIR, ""))
                .forEach(office -> assertThat(office.get("name").isNull()).isFalse());
        assertProblem(send("GET", offices, FORMER_MEMBER, ""), 403, "HAS_LEFT");
    }

    @Test
    void an_election_is_written_down_and_taken_back() {
        String body = newBody();
        var elected = elect(body, "elections", today(), CHAIR);
        assertThat(elected.statusCode()).as(elected.body()).isEqualTo(201);
        String election = elected.headers().firstValue("Location").orElseThrow();
        assertThat(election).isEqualTo(body + "/elections/" + json(elected).get("id").asString());
        assertProblem(
                elect(body, "elections", today().minusDays(1), CHAIR), 409, "LATER_ELECTION_KNOWN");
        assertProblem(send("DELETE", election, CHAIR, ""), 428, "PRECONDITION_REQUIRED");
        assertProblem(
                send("DELETE", election, CHAIR, "", "If-Match", "\"1\""),
                412,
                "CHANGED_BY_SOMEBODY_ELSE");
        assertThat(takeBack(body, election).statusCode()).isEqualTo(204);
        assertThat(json(send("GET", body + "/offices/ever", CHAIR, "")).get("items").size())
                .isZero();
        assertProblem(takeBack(body, election), 409, "TOO_LATE_TO_TAKE_BACK");
        assertProblem(
                takeBack(body, body + "/elections/" + UUID.randomUUID()),
                404,
                "ELECTION_NOT_FOUND");
    }

    @Test
    void an_office_is_ended_and_goes_on() {
        String body = newBody();
        var filled = elect(body, "by-elections", today(), GROUP_HOST);
        assertThat(filled.statusCode()).as(filled.body()).isEqualTo(201);
        JsonNode office = json(send("GET", body + "/offices", CHAIR, "")).get(0);
        String path = "/offices/" + office.get("id").asString();
        String end = "{'lastDay':'%s'}".formatted(today());
        assertThat(send("POST", body + path + "/end", GROUP_HOST, end).statusCode()).isEqualTo(204);
        assertProblem(
                send("POST", body + path + "/continue", HOME_MEMBER, ""),
                403,
                "ONLY_ADMINISTRATORS");
        assertProblem(
                send("POST", "/api/bodies/" + cast.board + path + "/continue", CHAIR, ""),
                404,
                "OFFICE_NOT_FOUND");
        assertThat(send("POST", body + path + "/continue", GROUP_HOST, "").statusCode())
                .as("her own")
                .isEqualTo(204);
        assertThat(json(send("GET", body + "/offices", CHAIR, "")).get(0)).isEqualTo(office);
        assertProblem(
                send("POST", body + path + "/continue", CHAIR, ""), 409, "TOO_LATE_TO_TAKE_BACK");
    }

    @Test
    void people_are_found_by_those_who_may_know_of_them() {
        String chair = "/api/people/" + cast.player(CHAIR).slug();
        String words = "/api/directory?words=" + cast.player(CHAIR).name();
        JsonNode person = json(send("GET", chair, HOME_MEMBER, ""));
        assertThat(person.get("name").asString()).isEqualTo(cast.player(CHAIR).name());
        assertThat(person.get("offices").get(0).get("title").asString()).isEqualTo("Vorsitz");
        assertThat(json(send("GET", words, HOME_MEMBER, "")).toString())
                .contains(cast.player(CHAIR).slug());
        assertProblem(send("GET", chair, FORMER_MEMBER, ""), 403, "HAS_LEFT");
        assertProblem(send("GET", words, FORMER_MEMBER, ""), 403, "HAS_LEFT");
    }

    @Test
    void somebody_is_taken_into_a_unit_in_one_go() {
        String body =
                "{'name':'Neu','email':'%s@example.org','born':'1999-05-17','kind':'GUEST',%s}"
                        .formatted(UUID.randomUUID(), "'lastDay':'2999-12-31'");
        String unit = "/api/units/" + cast.here + "/members";
        var answer = send("POST", unit, SECRETARY, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode taken = json(answer);
        JsonNode membership = taken.get("membership");
        assertThat(taken.get("password").asString()).isNotEmpty();
        assertThat(membership.get("unitId").asString()).isEqualTo(cast.here.toString());
        assertThat(membership.get("lastDay").asString()).isEqualTo("2999-12-31");
        assertProblem(send("POST", unit, SECRETARY, body), 409, "EMAIL_TAKEN");
        String born = "/api/members/%s/born".formatted(membership.get("memberId").asString());
        assertThat(send("PUT", born, SECRETARY, "{'born':'1999-05-18'}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_date_of_birth_may_come_with_an_admission() {
        String admission = "{'name':'Neu','email':'%s@example.org','right':'READ','born':'%s'}";
        String impossible = admission.formatted(UUID.randomUUID(), "2999-01-01");
        String possible = admission.formatted(UUID.randomUUID(), "1999-01-01");
        assertProblem(
                send("POST", "/api/members", ASSOCIATION_ADMINISTRATOR, impossible),
                400,
                "INVALID_BORN");
        assertThat(send("POST", "/api/members", ASSOCIATION_ADMINISTRATOR, possible).statusCode())
                .isEqualTo(201);
    }

    @Test
    void who_has_left_and_what_has_ended_is_told_so() {
        Membership home =
                workspace.getBean(Memberships.class).current(cast.id(HOME_MEMBER)).getFirst();
        assertProblem(
                send("POST", "/api/memberships/" + home.id() + "/continue", CHAIR, ""),
                409,
                "TOO_LATE_TO_CONTINUE");
        var refused = send("GET", "/api/units/" + cast.here + "/members", CHAIR_WHO_LEFT, "");
        assertProblem(refused, 403, "HAS_LEFT");
        assertThat(json(refused).get("title").asString()).doesNotContain("problem.");
    }

    @Test
    void a_right_comes_with_its_reason() {
        JsonNode answers = json(send("GET", "/api/rights/unit/" + cast.here, CHAIR, ""));
        answers.forEach(answer -> {
            boolean administers = answer.get("permission").asString().equals("ADMINISTER");
            if (administers) {
                assertThat(answer.get("allowed").asBoolean()).isTrue();
                assertThat(answer.get("code").asString()).isEqualTo("OFFICE");
            }
            assertThat(answer.get("sentence").asString()).doesNotContain("reason.", "problem.");
        });
        JsonNode holders =
                json(send("GET", "/api/rights/unit/" + cast.here + "/holders", CHAIR, ""));
        assertThat(holders.toString()).contains(cast.player(CHAIR).name());
        holders.forEach(holder ->
                assertThat(holder.get("sentence").asString()).doesNotContain("reason.other"));
    }

    /// `%1$s` is the unit, `%2$s` a body, `%3$s` nobody.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GET|/api/units/keine-id|",
                "GET|/api/units?most=viele|",
                "GET|/api/units?tree=Partei|",
                "PUT|/api/units/%1$s/name|{}",
                "PUT|/api/units/%1$s/name|{'name':null}",
                "PUT|/api/units/%1$s/name|{'name':'a\\u0000b'}",
                "PUT|/api/units/%1$s/parent|{'parent':'keine-id'}",
                "PUT|/api/units/%1$s/rules/KEINE|{}",
                "PUT|/api/units/%1$s/rules/AGE_LIMIT|{'value':'35','from':'+999999-01-01',"
                        + "'paragraph':'§ 1','overridable':true}",
                "PUT|/api/units/%1$s/rules/AGE_LIMIT|{'value':'35','from':'2999-01-01',"
                        + "'paragraph':'§\\u0000','overridable':true}",
                "POST|/api/units/merge|{'units':[null,null],'name':'x'}",
                "POST|/api/units/merge|{'units':[],'name':'x'}",
                "POST|/api/units/%1$s/split|{'parts':[null]}",
                "POST|/api/trees|{'name':'x','levels':[null]}",
                "POST|/api/trees|[]",
                "POST|/api/unions|{'name':'x','purpose':'a\\u0000','units':[]}",
                "POST|/api/memberships|{'member':'%3$s','unit':'%1$s','kind':'KEINE','from':"
                        + "'2020-01-01'}",
                "POST|/api/memberships|{'member':'%3$s','unit':'%1$s','kind':'FULL','from':'morgen'}",
                "POST|/api/bodies|{'unit':'%1$s','description':null}",
                "POST|/api/bodies/%2$s/elections|{'elected':[null],'from':'2999-01-01','lastDay':"
                        + "'2999-02-01','electedOn':'2999-01-01','electedBy':''}",
                "POST|/api/bodies/%2$s/elections|{'elected':[],'from':'2999-01-01','lastDay':"
                        + "'1999-02-01','electedOn':'2999-01-01','electedBy':''}",
                "POST|/api/groups|{'name':'x','purpose':'','kind':'WORKING_GROUP','admission':"
                        + "'OFFEN','units':[]}",
                "POST|/api/groups|{'name':'x','purpose':'','kind':'WORKING_GROUP','admission':"
                        + "'OPEN','units':[null]}",
                "POST|/api/grants|{'memberId':'%3$s','role':'CHAIR','subjectType':'unit',"
                        + "'subjectId':'%1$s'}",
                "POST|/api/grants|{'memberId':'%3$s','role':'ALLES','subjectType':'unit',"
                        + "'subjectId':'%1$s'}"
            })
    void what_cannot_be_understood_gets_a_clear_answer(String method, String path, String body) {
        var answer =
                send(
                        method,
                        path.formatted(cast.here, cast.board, UUID.randomUUID()),
                        ASSOCIATION_ADMINISTRATOR,
                        body == null
                                ? ""
                                : body.formatted(cast.here, cast.board, UUID.randomUUID()),
                        "If-Match",
                        "\"999999\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isNotEmpty();
    }

    @Test
    void who_does_not_exist_is_given_nothing() {
        UUID nobody = UUID.randomUUID();
        assertProblem(
                send(
                        "PUT",
                        "/api/groups/" + cast.group + "/participants/" + nobody,
                        GROUP_HOST,
                        ""),
                404,
                "MEMBER_NOT_FOUND");
        assertProblem(
                send(
                        "POST",
                        "/api/memberships",
                        CHAIR,
                        "{'member':'%s','unit':'%s','kind':'FULL','from':'2020-01-01'}"
                                .formatted(nobody, cast.here)),
                404,
                "MEMBER_NOT_FOUND");
        assertProblem(
                send(
                        "POST",
                        "/api/grants",
                        CHAIR,
                        "{'memberId':'%s','role':'READER','subjectType':'unit','subjectId':'%s'}"
                                .formatted(nobody, cast.here)),
                404,
                "MEMBER_NOT_FOUND");
    }

    private String newBody() {
        var founded =
                send(
                        "POST",
                        "/api/bodies",
                        CHAIR,
                        "{'unit':'%s','description':{'kind':'COMMITTEE','name':'%s','composition':'','termMonths':12,'seats':[{'role':'CHAIR','title':'Vorsitz','seats':1}]}}"
                                .formatted(cast.here, Landscape.unheardOf("Ausschuss")));
        return founded.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> elect(String body, String how, LocalDate from, Part elected) {
        return send(
                "POST",
                body + "/" + how,
                CHAIR,
                "{'elected':[{'title':'Vorsitz','member':'%s'}],'from':'%s','lastDay':'%s','electedOn':'%2$s','electedBy':''}"
                        .formatted(cast.id(elected), from, from.plusMonths(6)),
                "If-Match",
                etag(send("GET", body, CHAIR, "")));
    }

    private HttpResponse<String> takeBack(String body, String election) {
        String seen = etag(send("GET", body, CHAIR, ""));
        return send("DELETE", election, CHAIR, "", "If-Match", seen);
    }

    private LocalDate today() {
        return workspace.getBean(Today.class).date();
    }

    private void rename(String etag, String name) {
        var renamed =
                send(
                        "PUT",
                        "/api/units/" + cast.here + "/name",
                        CHAIR,
                        "{'name':'%s'}".formatted(name),
                        "If-Match",
                        etag);
        assertThat(renamed.statusCode()).isEqualTo(200);
        assertThat(etag(renamed)).isNotEqualTo(etag);
    }

    private HttpResponse<String> send(
            String method, String path, Part part, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + association.tokenOf(cast.player(part)))
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
    }
}
