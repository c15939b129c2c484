package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rotfaden.Part.ASSESSOR;
import static org.rotfaden.Part.ASSOCIATION_ADMINISTRATOR;
import static org.rotfaden.Part.CHAIR;
import static org.rotfaden.Part.CHAIR_ABOVE;
import static org.rotfaden.Part.CHAIR_BELOW;
import static org.rotfaden.Part.CHAIR_BESIDE;
import static org.rotfaden.Part.CHAIR_WHO_LEFT;
import static org.rotfaden.Part.FORMER_GROUP;
import static org.rotfaden.Part.FORMER_MEMBER;
import static org.rotfaden.Part.GROUP_HOST;
import static org.rotfaden.Part.GROUP_MEMBER;
import static org.rotfaden.Part.GUEST;
import static org.rotfaden.Part.GUEST_BELOW;
import static org.rotfaden.Part.HOME_MEMBER;
import static org.rotfaden.Part.INVITED_READER;
import static org.rotfaden.Part.INVITED_WRITER;
import static org.rotfaden.Part.OPERATOR;
import static org.rotfaden.Part.RESTING;
import static org.rotfaden.Part.SECRETARY;
import static org.rotfaden.Part.TREASURER;
import static org.rotfaden.Part.UNIT_ADMINISTRATOR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rotfaden.Association;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.ThreadCatalogue;
import org.rotfaden.discussions.Threads;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.OfficeId;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.units.NewUnion;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address below `/api`, tried as everybody, and compared with who should be let in. An
/// address that is in no line fails the test.
///
/// Whoever is let in gets any answer but 401 and 403. What would change something is asked for with
/// a version that nothing has, or breaks another rule that is only looked at afterwards.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessControlTests {

    private static final Set<Part> EVERYBODY = EnumSet.allOf(Part.class);
    private static final Set<Part> NOBODY = EnumSet.noneOf(Part.class);
    private static final Set<Part> LEFT = EnumSet.of(FORMER_MEMBER, CHAIR_WHO_LEFT);
    private static final Set<Part> STAYING = EnumSet.complementOf(EnumSet.copyOf(LEFT));
    private static final Set<Part> TOP = EnumSet.of(ASSOCIATION_ADMINISTRATOR);
    private static final Set<Part> ABOVE = and(TOP, CHAIR_ABOVE);
    private static final Set<Part> HERE = and(ABOVE, CHAIR, UNIT_ADMINISTRATOR);
    private static final Set<Part> HERE_OR_BESIDE = and(HERE, CHAIR_BESIDE);
    private static final Set<Part> LIST = and(HERE, SECRETARY);
    private static final Set<Part> NAMES = and(LIST, TREASURER, HOME_MEMBER);
    private static final Set<Part> BOARD = EnumSet.of(CHAIR, SECRETARY, TREASURER, ASSESSOR);
    private static final Set<Part> READERS = and(BOARD, RESTING, INVITED_READER, INVITED_WRITER);
    private static final Set<Part> TAKING_PART =
            EnumSet.complementOf(
                    EnumSet.of(GUEST, GUEST_BELOW, FORMER_MEMBER, CHAIR_WHO_LEFT, RESTING));
    private static final Set<Part> HAVE_LEFT = EnumSet.of(FORMER_MEMBER, CHAIR_WHO_LEFT);
    private static final Set<Part> HOST = EnumSet.of(GROUP_HOST);

    /// An address, how it is asked for, who is let in, and who may know of what is there.
    private record Line(
            String method,
            String pattern,
            String path,
            String body,
            Set<Part> in,
            Set<Part> knowing) {

        Line(String method, String pattern, String path, String body, Set<Part> in) {
            this(method, pattern, path, body, in, EVERYBODY);
        }

        boolean isHiddenFrom(Part part) {
            return !in.contains(part) && !knowing.contains(part);
        }

        /// The same at which nothing is.
        Line ofNothing() {
            String slug = pattern.endsWith("{slug}") ? "[^/]+$" : "(?!)";
            String nowhere =
                    UUIDS.matcher(path)
                            .replaceAll(_ -> UUID.randomUUID().toString())
                            .replaceAll(slug, "nirgends");
            return new Line(method, pattern, nowhere, body, in, knowing);
        }

        String endpoint() {
            return method + " " + pattern;
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern UUIDS =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String STALE = "\"999999\"";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired private Today today;

    private Cast cast;
    private DiscussionThread inBoard;
    private PostId postInBoard;
    private int daysTaken;
    private final Map<Part, String> tokens = new EnumMap<>(Part.class);
    private final List<Line> lines = new ArrayList<>();

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
        inBoard =
                workspace
                        .getBean(Threads.class)
                        .begin(
                                cast.id(CHAIR),
                                new NewThread(
                                        cast.board.subject(),
                                        "Klausur",
                                        new NewPost("Wann?", null, UUID.randomUUID())));
        postInBoard =
                workspace
                        .getBean(ThreadCatalogue.class)
                        .written(cast.id(CHAIR), inBoard.id(), null, 1)
                        .getFirst()
                        .post()
                        .id();
        for (Part part : Part.values()) {
            tokens.put(part, association.tokenOf(cast.player(part)));
        }
    }

    @Test
    void everybody_gets_where_they_should_and_nowhere_else() {
        describeAll();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Line line : lines) {
            assertThat(status(line, "nobody")).as(line.endpoint()).isEqualTo(401);
            String differences =
                    inOrder(line)
                            .map(part -> difference(line, part))
                            .filter(difference -> !difference.isEmpty())
                            .collect(joining(", "));
            if (!differences.isEmpty()) {
                wrong.put(line.endpoint(), differences);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Whoever may not know of something gets the same answer as if it were not there.
    @Test
    void what_is_hidden_is_as_if_it_were_not_there() {
        describeAll();
        Map<String, String> told = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.ofNothing().path().equals(line.path())) {
                continue;
            }
            for (Part part : Part.values()) {
                boolean hasLeft = LEFT.contains(part) && !line.in().contains(part);
                if (line.isHiddenFrom(part) || hasLeft) {
                    String there = answer(line, part);
                    String nowhere = answer(line.ofNothing(), part);
                    if (!there.equals(nowhere)) {
                        told.put(line.endpoint() + " " + part, there + " not " + nowhere);
                    }
                }
            }
        }
        assertThat(told).isEmpty();
    }

    /// What is her own she sees, and the association's name.
    @Test
    void whoever_has_left_sees_nothing_of_others_in_any_list() {
        describeAll();
        Set<String> others = new TreeSet<>();
        for (Part part : STAYING) {
            others.add(cast.id(part).toString());
            others.add(cast.player(part).name());
        }
        for (Object thing :
                List.of(
                        cast.above,
                        cast.below,
                        cast.beside,
                        cast.board,
                        cast.group,
                        cast.otherGroup,
                        cast.motionOfUnit.id(),
                        cast.motionOfBoard.id())) {
            others.add(thing.toString());
        }
        lines.stream()
                .filter(line -> line.method().equals("GET"))
                .forEach(line ->
                        LEFT.forEach(part ->
                                assertThat(others)
                                        .as(line.path())
                                        .noneMatch(answer(line, part)::contains)));
    }

    @Test
    void no_address_is_left_out() {
        describeAll();
        Set<String> known = new TreeSet<>(lines.stream().map(Line::endpoint).toList());
        assertThat(known).isEqualTo(endpoints());
    }

    /// Who may not is told so first, where that does not depend on what is sent.
    @Test
    void nobody_is_read_further_than_the_address_takes() {
        describeAll();
        Map<String, String> wrong = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.body().isEmpty())
                .map(AccessControlTests::tooLarge)
                .forEach(line -> {
                    assertThat(status(line, "nobody")).as(line.endpoint()).isEqualTo(401);
                    for (Part part : Part.values()) {
                        int status = status(line, tokenOf(part));
                        if (!answersToTooMuch(line, part).contains(status)) {
                            wrong.put(line.endpoint() + " " + part, "got " + status);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private Set<Integer> answersToTooMuch(Line line, Part part) {
        if (line.in().contains(part)) {
            return Set.of(413);
        }
        if (asksFirst(line.endpoint())) {
            return Set.of(403);
        }
        return HAVE_LEFT.contains(part) ? Set.of(403, 413) : Set.of(413);
    }

    @Test
    void the_right_is_asked_first_unless_it_depends_on_what_is_sent() {
        describeAll();
        assertThat(
                        lines.stream()
                                .filter(line -> !line.body().isEmpty())
                                .map(Line::endpoint)
                                .distinct()
                                .filter(endpoint -> !asksFirst(endpoint)))
                .containsExactlyInAnyOrder(
                        "POST /api/bodies",
                        "POST /api/bodies/{id}/offices/{office}/end",
                        "POST /api/grants",
                        "POST /api/groups/{id}/hand-over",
                        "POST /api/home-moves",
                        "POST /api/live-tickets",
                        "POST /api/memberships",
                        "POST /api/memberships/{id}/end",
                        "POST /api/motions",
                        "POST /api/threads",
                        "POST /api/threads/{id}/posts",
                        "POST /api/unions",
                        "POST /api/units",
                        "POST /api/units/merge",
                        "POST /api/units/{id}/split",
                        "PUT /api/groups/{id}",
                        "PUT /api/members/me/password",
                        "PUT /api/members/{id}/born",
                        "PUT /api/motions/{id}/discussion",
                        "PUT /api/motions/{id}/owner",
                        "PUT /api/notices/read",
                        "PUT /api/posts/{id}",
                        "PUT /api/threads/{id}/read",
                        "PUT /api/threads/{id}/title",
                        "PUT /api/units/{id}/parent");
    }

    private static Line tooLarge(Line line) {
        return new Line(
                line.method(),
                line.pattern(),
                line.path(),
                line.body() + " ".repeat(line.body().equals("PNG") ? 200_000 : 64_000),
                line.in());
    }

    private boolean asksFirst(String endpoint) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapped -> endpointsOf(mapped.getKey()).anyMatch(endpoint::equals))
                .anyMatch(mapped -> mapped.getValue().hasMethodAnnotation(AskedFirst.class));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/units/%s",
        "GET,/api/bodies/%s",
        "GET,/api/groups/%s",
        "GET,/api/groups/%s/participants",
        "GET,/api/motions/%s",
        "GET,/api/unions/%s",
        "DELETE,/api/grants/%s"
    })
    void a_guessed_id_finds_nothing(String method, String path) {
        for (UUID guess : List.of(UUID.randomUUID(), cast.id(CHAIR).value(), cast.tree.value())) {
            var line = new Line(method, path, path.formatted(guess), "", EVERYBODY);
            assertThat(status(line, tokenOf(ASSOCIATION_ADMINISTRATOR))).isEqualTo(404);
        }
    }

    @Test
    void an_office_is_ended_in_its_own_body_only() {
        var line =
                new Line(
                        "POST",
                        "",
                        "/api/bodies/%s/offices/%s/end"
                                .formatted(cast.committee, officeOf(ASSESSOR)),
                        "{\"lastDay\":\"2999-12-31\"}",
                        HERE);
        assertThat(status(line, tokenOf(ASSOCIATION_ADMINISTRATOR))).isEqualTo(404);
    }

    /// Nobody makes herself more than she is by saying more than is asked.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/api/units/%1$s/name|{\"name\":\"x\",\"version\":7}",
                "PUT|/api/units/%1$s/name|{\"name\":\"x\",\"tree\":\"%1$s\"}",
                "POST|/api/groups|{\"name\":\"x\",\"hosts\":[\"%1$s\"]}",
                "POST|/api/motions|{\"title\":\"x\",\"author\":\"%1$s\"}",
                "POST|/api/members|{\"name\":\"x\",\"email\":\"x@example.org\",\"right\":\"READ\","
                        + "\"administrator\":true}",
                "PUT|/api/members/me/password|{\"current\":\"x\",\"next\":\"y\",\"role\":\"OPERATOR\"}"
            })
    void what_may_not_be_set_is_refused(String method, String path, String body) {
        var line =
                new Line(
                        method,
                        path,
                        path.formatted(cast.here),
                        body.formatted(cast.here),
                        EVERYBODY);
        assertThat(status(line, tokenOf(ASSOCIATION_ADMINISTRATOR))).isEqualTo(400);
    }

    private void describeAll() {
        lines.clear();
        describeUnits();
        describeMemberships();
        describeBodies();
        describeGroups();
        describeDirectory();
        describeMotionsAndRights();
        describeThreads();
        describeNotices();
        describeMembers();
        describeAttachments();
    }

    private void describeUnits() {
        String unit = "/api/units/" + cast.here;
        get("/api/trees", "/api/trees", STAYING);
        line(
                "POST",
                "/api/trees",
                "/api/trees",
                "{'name':'Baum','levels':[{'name':'Ebene','plural':'Ebenen'}]}",
                TOP);
        get("/api/units", "/api/units?most=2", STAYING);
        get("/api/units/{id}", unit, STAYING);
        get("/api/units/by-slug/{slug}", "/api/units/by-slug/nirgends", STAYING);
        get("/api/units/{id}/history", unit + "/history", STAYING);
        line(
                "POST",
                "/api/units",
                "/api/units",
                "{'tree':'%s','parent':'%s','level':1,'name':'Zu hoch'}"
                        .formatted(cast.tree, cast.here),
                HERE);
        line("PUT", "/api/units/{id}/name", unit + "/name", "{'name':'Anders'}", HERE);
        line(
                "PUT",
                "/api/units/{id}/parent",
                unit + "/parent",
                "{'parent':'%s'}".formatted(cast.above),
                ABOVE);
        line(
                "POST",
                "/api/units/merge",
                "/api/units/merge",
                "{'units':['%s','%s'],'name':'Eins'}".formatted(cast.here, cast.below),
                ABOVE);
        line(
                "POST",
                "/api/units/{id}/split",
                unit + "/split",
                "{'parts':[{'name':'A','below':[],'members':[]},{'name':'B','below':[],'members':[]}]}",
                ABOVE);
        line("DELETE", "/api/units/{id}", unit, "", ABOVE);
        get("/api/units/{id}/links", unit + "/links", STAYING);
        String link = unit + "/links/" + cast.beside;
        line("PUT", "/api/units/{id}/links/{other}", link, "", HERE_OR_BESIDE);
        line("DELETE", "/api/units/{id}/links/{other}", link, "", HERE_OR_BESIDE);
        get("/api/units/{id}/unions", unit + "/unions", STAYING);
        line(
                "POST",
                "/api/unions",
                "/api/unions",
                "{'name':'Bund','purpose':'','units':['%s','%s']}"
                        .formatted(cast.here, cast.beside),
                ABOVE);
        String union =
                "/api/unions/"
                        + workspace
                                .getBean(UnitTies.class)
                                .join(
                                        association.anna().id(),
                                        new NewUnion(
                                                new Name("Zusammen"),
                                                "",
                                                List.of(cast.here, cast.beside)))
                                .id();
        get("/api/unions/{id}", union, STAYING);
        line("DELETE", "/api/unions/{id}", union, "", HERE_OR_BESIDE);
        get("/api/units/{id}/rules", unit + "/rules", STAYING);
        get("/api/units/{id}/rules/history", unit + "/rules/history", STAYING);
        line(
                "PUT",
                "/api/units/{id}/rules/{rule}",
                unit + "/rules/LONGEST_TERM",
                "{'value':'24','from':'2000-01-01','paragraph':'§ 1','overridable':true}",
                HERE);
    }

    private void describeMemberships() {
        String unit = "/api/units/" + cast.here;
        Memberships memberships = workspace.getBean(Memberships.class);
        get("/api/members/me/memberships", "/api/members/me/memberships", EVERYBODY);
        get("/api/units/{id}/members", unit + "/members", NAMES);
        line(
                "POST",
                "/api/units/{id}/members",
                unit + "/members",
                "{'name':'Neu','email':'%s','kind':'FULL'}".formatted(association.anna().email()),
                LIST);
        line(
                "PUT",
                "/api/members/{id}/born",
                "/api/members/" + cast.id(HOME_MEMBER) + "/born",
                "{'born':'2999-12-31'}",
                LIST);
        line(
                "POST",
                "/api/memberships",
                "/api/memberships",
                "{'member':'%s','unit':'%s','kind':'FULL','from':'2020-01-01'}"
                        .formatted(cast.id(HOME_MEMBER), cast.here),
                LIST);
        String guest = "/api/memberships/" + memberships.current(cast.id(GUEST)).getFirst().id();
        line(
                "POST",
                "/api/memberships/{id}/end",
                guest + "/end",
                "{'lastDay':'2999-12-31'}",
                and(LIST, GUEST),
                and(NAMES, GUEST));
        line(
                "POST",
                "/api/memberships/{id}/continue",
                guest + "/continue",
                "",
                and(LIST, GUEST),
                and(NAMES, GUEST));
        get("/api/members/me/home-moves", "/api/members/me/home-moves", EVERYBODY);
        get("/api/units/{id}/home-moves", unit + "/home-moves", LIST);
        line(
                "POST",
                "/api/home-moves",
                "/api/home-moves",
                "{'member':'%s','to':'%s'}".formatted(cast.id(HOME_MEMBER), cast.here),
                and(LIST, HOME_MEMBER),
                NAMES);
        Set<Part> beside = and(ABOVE, CHAIR_BESIDE);
        Set<Part> involved = and(HERE_OR_BESIDE, CHAIR_BELOW);
        line("POST", "/api/home-moves/{id}/accept", moving() + "/accept", "", beside, involved);
        line("POST", "/api/home-moves/{id}/decline", moving() + "/decline", "", beside, involved);
        line(
                "POST",
                "/api/home-moves/{id}/withdraw",
                moving() + "/withdraw",
                "",
                and(HERE, CHAIR_BELOW),
                involved);
        String followings = "/api/members/me/followings";
        get(followings, followings, STAYING);
        line("PUT", followings + "/{unit}", followings + "/" + cast.here, "", STAYING);
        line("DELETE", followings + "/{unit}", followings + "/" + cast.here, "", STAYING);
    }

    /// Somebody asks to move from below to beside.
    private String moving() {
        Member mover = association.newcomer(Right.WRITE);
        workspace
                .getBean(Memberships.class)
                .begin(
                        association.anna().id(),
                        new NewMembership(
                                mover.id(),
                                cast.below,
                                MembershipKind.FULL,
                                Term.since(today.date())));
        return "/api/home-moves/"
                + workspace.getBean(HomeMoves.class).ask(mover.id(), mover.id(), cast.beside).id();
    }

    private void describeBodies() {
        String body = "/api/bodies/" + cast.board;
        String description =
                "{'kind':'COMMITTEE','name':'Ausschuss','composition':'','termMonths':12,'seats':[]}";
        LocalDate day = today.date();
        String election =
                "{'elected':[{'title':'Vorsitz','member':'%s'}],'from':'%s','lastDay':'%s','electedOn':'%s','electedBy':''}"
                        .formatted(cast.id(CHAIR), day, day.plusMonths(1), day);
        get("/api/units/{id}/bodies", "/api/units/" + cast.here + "/bodies", STAYING);
        get("/api/bodies/{id}", body, STAYING);
        line(
                "POST",
                "/api/bodies",
                "/api/bodies",
                "{'unit':'%s','description':%s}".formatted(cast.here, description),
                HERE);
        line("PUT", "/api/bodies/{id}", body, description, HERE);
        line("DELETE", "/api/bodies/{id}", body, "", HERE);
        get("/api/bodies/{id}/offices", body + "/offices", STAYING);
        get("/api/bodies/{id}/offices/ever", body + "/offices/ever", STAYING);
        get("/api/bodies/{id}/vacancies", body + "/vacancies", STAYING);
        line("POST", "/api/bodies/{id}/elections", body + "/elections", election, HERE);
        line("POST", "/api/bodies/{id}/by-elections", body + "/by-elections", election, HERE);
        line(
                "POST",
                "/api/bodies/{id}/offices/{office}/end",
                body + "/offices/" + officeOf(ASSESSOR) + "/end",
                "{'lastDay':'2999-12-31'}",
                and(HERE, ASSESSOR));
        describeCorrections(body);
    }

    /// Somebody is elected for a day to come that nobody else has, and lays that down again.
    private void describeCorrections(String body) {
        Offices offices = workspace.getBean(Offices.class);
        MemberId elected = association.newcomer(Right.WRITE).id();
        LocalDate day = today.date().plusDays(++daysTaken);
        ElectionId election =
                offices.fill(
                        association.anna().id(),
                        new Election(
                                cast.board,
                                List.of(new Election.Elected("Beisitz", elected)),
                                new Term(day, day),
                                day,
                                ""),
                        workspace.getBean(Bodies.class).get(cast.board).version());
        OfficeId office =
                offices.everIn(cast.board).stream()
                        .filter(given -> given.member().equals(elected))
                        .findFirst()
                        .orElseThrow()
                        .id();
        offices.end(elected, office, day);
        line(
                "POST",
                "/api/bodies/{id}/offices/{office}/continue",
                body + "/offices/" + office + "/continue",
                "",
                HERE);
        line(
                "DELETE",
                "/api/bodies/{id}/elections/{election}",
                body + "/elections/" + election,
                "",
                HERE);
    }

    private UUID officeOf(Part part) {
        return workspace.getBean(Offices.class).in(cast.board).stream()
                .filter(office -> office.member().equals(cast.id(part)))
                .map(Office::id)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void describeGroups() {
        String group = "/api/groups/" + cast.group;
        String home = group + "/participants/" + cast.id(HOME_MEMBER);
        String description =
                "{'name':'Kreis','purpose':'','kind':'WORKING_GROUP','admission':'OPEN','units':['%s']}";
        get("/api/groups", "/api/groups", STAYING);
        get("/api/units/{id}/groups", "/api/units/" + cast.here + "/groups", STAYING);
        get("/api/members/me/groups", "/api/members/me/groups", STAYING);
        get("/api/groups/{id}", group, STAYING);
        line(
                "POST",
                "/api/groups",
                "/api/groups",
                description.formatted(UUID.randomUUID()),
                TAKING_PART);
        line("PUT", "/api/groups/{id}", group, description.formatted(cast.here), HOST);
        get(
                "/api/groups/{id}/participants",
                group + "/participants",
                and(HERE, GROUP_HOST, GROUP_MEMBER));
        line("PUT", "/api/groups/{id}/participants/{member}", home, "", HOST);
        line("DELETE", "/api/groups/{id}/participants/{member}", home, "", and(HOST, HOME_MEMBER));
        line(
                "PUT",
                "/api/groups/{id}/hosts/{member}",
                group + "/hosts/" + cast.id(CHAIR),
                "",
                HOST);
        line(
                "DELETE",
                "/api/groups/{id}/hosts/{member}",
                group + "/hosts/" + cast.id(GROUP_HOST),
                "",
                HOST);
        line(
                "POST",
                "/api/groups/{id}/hand-over",
                group + "/hand-over",
                "{'member':'%s'}".formatted(cast.id(CHAIR)),
                HOST);
        describeHiddenGroup();
        String other = "/api/groups/" + cast.otherGroup;
        line("POST", "/api/groups/{id}/join", other + "/join", "", TAKING_PART);
        line("POST", "/api/groups/{id}/archive", other + "/archive", "", and(HERE, FORMER_GROUP));
        line(
                "POST",
                "/api/groups/{id}/reopen",
                "/api/groups/" + cast.archivedGroup + "/reopen",
                "",
                and(HERE, FORMER_GROUP));
    }

    private void describeHiddenGroup() {
        Set<Part> knowing = and(HERE, GROUP_HOST);
        String group =
                "/api/groups/"
                        + workspace
                                .getBean(WorkingGroups.class)
                                .found(
                                        cast.id(GROUP_HOST),
                                        new GroupDescription(
                                                new Name("Kassentreff"),
                                                "",
                                                GroupKind.WORKING_GROUP,
                                                Admission.INVITED,
                                                List.of(cast.here)))
                                .id();
        String chair = "{'member':'%s'}".formatted(cast.id(CHAIR));
        String description =
                "{'name':'Kreis','purpose':'','kind':'WORKING_GROUP','admission':'OPEN','units':[]}";
        line("GET", "/api/groups/{id}", group, "", knowing, knowing);
        line("PUT", "/api/groups/{id}", group, description, HOST, knowing);
        line("GET", "/api/groups/{id}/participants", group + "/participants", "", knowing, knowing);
        for (Part part : List.of(CHAIR_BESIDE, HOME_MEMBER)) {
            String taking = group + "/participants/" + cast.id(part);
            line("DELETE", "/api/groups/{id}/participants/{member}", taking, "", HOST, knowing);
        }
        line(
                "PUT",
                "/api/groups/{id}/participants/{member}",
                group + "/participants/" + cast.id(GROUP_HOST),
                "",
                HOST,
                knowing);
        String host = group + "/hosts/" + cast.id(CHAIR);
        line("PUT", "/api/groups/{id}/hosts/{member}", host, "", HOST, knowing);
        line("DELETE", "/api/groups/{id}/hosts/{member}", host, "", HOST, knowing);
        line("POST", "/api/groups/{id}/hand-over", group + "/hand-over", chair, HOST, knowing);
        line("POST", "/api/groups/{id}/join", group + "/join", "", knowing, knowing);
        line("POST", "/api/groups/{id}/archive", group + "/archive", "", knowing, knowing);
        line("POST", "/api/groups/{id}/reopen", group + "/reopen", "", knowing, knowing);
    }

    /// The thread is the board's: for its members, and nobody else.
    private void describeThreads() {
        Set<Part> knowing = and(BOARD, RESTING);
        Set<Part> leading = EnumSet.of(CHAIR);
        String thread = "/api/threads/" + inBoard.id();
        get("/api/threads", "/api/threads?type=unit&id=" + cast.here, STAYING);
        line(
                "POST",
                "/api/threads",
                "/api/threads",
                "{'subject':{'type':'body','id':'%s'},'title':'%s','text':'x'}"
                        .formatted(cast.board, "x".repeat(201)),
                BOARD,
                knowing);
        line("GET", "/api/threads/{id}", thread, "", knowing, knowing);
        line(
                "PUT",
                "/api/threads/{id}/title",
                thread + "/title",
                "{'title':'Anders'}",
                leading,
                knowing);
        line("POST", "/api/threads/{id}/close", thread + "/close", "", leading, knowing);
        line("POST", "/api/threads/{id}/reopen", thread + "/reopen", "", leading, knowing);
        line(
                "PUT",
                "/api/threads/{id}/read",
                thread + "/read",
                "{'moment':'2020-01-01T00:00:00Z'}",
                knowing,
                knowing);
        String posts = thread + "/posts";
        line("GET", "/api/threads/{id}/posts", posts, "", knowing, knowing);
        line("POST", "/api/threads/{id}/posts", posts, "{'text':''}", BOARD, knowing);
        String post = "/api/posts/" + postInBoard;
        line("GET", "/api/posts/{id}", post, "", knowing, knowing);
        line("GET", "/api/posts/{id}/history", post + "/history", "", knowing, knowing);
        line("PUT", "/api/posts/{id}", post, "{'text':'Anders'}", leading, knowing);
        line("POST", "/api/posts/{id}/take-back", post + "/take-back", "", leading, knowing);
        line("PUT", "/api/posts/{id}/marks/{mark}", post + "/marks/ANSWER", "", leading, knowing);
        line("DELETE", "/api/posts/{id}/marks", post + "/marks", "", leading, knowing);
        String reactions = "/api/posts/{id}/reactions/{kind}";
        line("PUT", reactions, post + "/reactions/AGREE", "", BOARD, knowing);
        line("GET", reactions, post + "/reactions/AGREE", "", knowing, knowing);
        line("DELETE", reactions, post + "/reactions/AGREE", "", BOARD, knowing);
        line("DELETE", "/api/posts/{id}", post, "", leading, knowing);
        line("POST", "/api/posts/{id}/bring-back", post + "/bring-back", "", BOARD, knowing);
    }

    /// Each reads her own; of those who have left nobody has any.
    private void describeNotices() {
        get("/api/notices", "/api/notices", STAYING);
        line("PUT", "/api/notices/read", "/api/notices/read", "{'ids':[]}", STAYING, EVERYBODY);
    }

    private void describeMotionsAndRights() {
        String motion = "/api/motions/" + cast.motionOfBoard.id();
        get("/api/motions", "/api/motions", EVERYBODY);
        line(
                "POST",
                "/api/motions",
                "/api/motions",
                "{'title':'%s','owner':{'type':'unit','id':'%s'}}"
                        .formatted("x".repeat(201), cast.here),
                BOARD);
        line("GET", "/api/motions/{id}", motion, "", READERS, READERS);
        line("GET", "/api/motions/{id}/text", motion + "/text", "", READERS, READERS);
        line(
                "PUT",
                "/api/motions/{id}/owner",
                motion + "/owner",
                "{'type':'body','id':'%s'}".formatted(cast.board),
                EnumSet.of(CHAIR),
                READERS);
        line(
                "PUT",
                "/api/motions/{id}/discussion",
                motion + "/discussion",
                "{'readers':false}",
                and(BOARD, INVITED_WRITER),
                READERS);
        line(
                "POST",
                "/api/motions/{id}/discard",
                motion + "/discard",
                "",
                EnumSet.of(CHAIR),
                READERS);
        line(
                "POST",
                "/api/motions/{id}/bring-back",
                motion + "/bring-back",
                "",
                EnumSet.of(CHAIR),
                READERS);
        String rights = "/api/rights/unit/" + cast.here;
        get("/api/rights", "/api/rights", EVERYBODY);
        get("/api/rights/{type}/{id}", rights, EVERYBODY);
        get("/api/rights/{type}/{id}/holders", rights + "/holders", HERE);
        get("/api/grants", "/api/grants?subjectType=unit&subjectId=" + cast.here, HERE);
        line(
                "POST",
                "/api/grants",
                "/api/grants",
                "{'memberId':'%s','role':'ADMINISTRATOR','subjectType':'unit','subjectId':'%s'}"
                        .formatted(UUID.randomUUID(), cast.here),
                HERE);
        UUID given =
                workspace
                        .getBean(ExplicitGrants.class)
                        .give(
                                association.anna().id(),
                                new NewGrant(
                                        association.newcomer(Right.WRITE).id(),
                                        Role.READER,
                                        cast.here.subject(),
                                        Term.since(today.date())))
                        .grant()
                        .id();
        line("DELETE", "/api/grants/{id}", "/api/grants/" + given, "", HERE, HERE);
        get("/api/audit", "/api/audit", EnumSet.of(OPERATOR));
        get("/api/association", "/api/association", EVERYBODY);
        line(
                "PUT",
                "/api/association",
                "/api/association",
                "{'name':'Bund','language':'de','timeZone':'Europe/Berlin'}",
                TOP);
        get("/api/association/logo", "/api/association/logo", EVERYBODY);
        line("PUT", "/api/association/logo", "/api/association/logo", "PNG", TOP);
        line("DELETE", "/api/association/logo", "/api/association/logo", "", TOP);
    }

    /// What is in the files, and who reads which, is tried elsewhere.
    private void describeAttachments() {
        Set<Part> uploading = EnumSet.copyOf(STAYING);
        uploading.remove(RESTING);
        line("POST", "/api/attachments", "/api/attachments?name=x", "", uploading);
        String file = "/api/attachments/" + UUID.randomUUID();
        get("/api/attachments/{id}", file, STAYING);
        get("/api/attachments/{id}/content", file + "/content", STAYING);
        line("DELETE", "/api/attachments/{id}", file, "", STAYING);
    }

    private void describeDirectory() {
        get("/api/directory", "/api/directory?words=vor", STAYING);
        String person = "/api/people/" + cast.player(CHAIR).slug();
        get("/api/people/{slug}", person, STAYING);
        get("/api/members/me/places", "/api/members/me/places", STAYING);
    }

    private void describeMembers() {
        String home = "/api/members/" + cast.id(HOME_MEMBER);
        get("/api/members", "/api/members", TOP);
        get("/api/members/me", "/api/members/me", EVERYBODY);
        line("PUT", "/api/members/{id}/right", home + "/right", "{'right':'WRITE'}", TOP);
        line(
                "POST",
                "/api/members",
                "/api/members",
                "{'name':'Neu','email':'%s','right':'READ'}".formatted(association.anna().email()),
                TOP);
        line(
                "POST",
                "/api/members/{id}/password",
                "/api/members/" + UUID.randomUUID() + "/password",
                "",
                TOP);
        line(
                "PUT",
                "/api/members/me/password",
                "/api/members/me/password",
                "{'current':'falsch','next':'ein neues Passwort'}",
                EVERYBODY);
        get("/api/tokens", "/api/tokens", EVERYBODY);
        line("POST", "/api/tokens", "/api/tokens", "", NOBODY);
        line("DELETE", "/api/tokens/{id}", "/api/tokens/" + UUID.randomUUID(), "", EVERYBODY);
        get("/api/logins", "/api/logins", EVERYBODY);
        line("DELETE", "/api/logins/{id}", "/api/logins/" + UUID.randomUUID(), "", EVERYBODY);
        line(
                "POST",
                "/api/live-tickets",
                "/api/live-tickets",
                "{'documentId':'%s'}".formatted(cast.motionOfBoard.document()),
                NOBODY);
    }

    private void get(String pattern, String path, Set<Part> in) {
        line("GET", pattern, path, "", in);
    }

    private void line(String method, String pattern, String path, String body, Set<Part> in) {
        line(method, pattern, path, body, in, EVERYBODY);
    }

    private void line(
            String method,
            String pattern,
            String path,
            String body,
            Set<Part> in,
            Set<Part> knowing) {
        lines.add(new Line(method, pattern, path, body.replace('\'', '"'), in, knowing));
    }

    private String tokenOf(Part part) {
        return requireNonNull(tokens.get(part));
    }

    private static Set<Part> and(Set<Part> some, Part... others) {
        Set<Part> all = EnumSet.copyOf(some);
        all.addAll(List.of(others));
        return all;
    }

    /// Those who are kept out come first: what the others do may end the thing.
    private static Stream<Part> inOrder(Line line) {
        return Stream.concat(
                Stream.of(Part.values()).filter(part -> !line.in().contains(part)),
                line.in().stream());
    }

    private String difference(Line line, Part part) {
        int status = status(line, tokenOf(part));
        boolean isRight =
                line.isHiddenFrom(part)
                        ? status == 404 || (status == 403 && LEFT.contains(part))
                        : (status != 401 && status != 403) == line.in().contains(part);
        return isRight && status < 500 ? "" : part + " got " + status;
    }

    /// Status and words, without the address that was asked for.
    private String answer(Line line, Part part) {
        HttpResponse<String> answer = send(line, tokenOf(part));
        String path = line.path().replaceAll("\\?.*", "");
        return answer.statusCode() + " " + answer.body().replace(path, "");
    }

    private int status(Line line, String token) {
        return send(line, token).statusCode();
    }

    private HttpResponse<String> send(Line line, String token) {
        boolean isPicture = line.body().startsWith("PNG");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + line.path()))
                        .header("Content-Type", isPicture ? "image/png" : "application/json")
                        .header("If-Match", STALE)
                        .header("Authorization", "Bearer " + token)
                        .method(
                                line.method(),
                                isPicture
                                        ? HttpRequest.BodyPublishers.ofByteArray(
                                                ("\u0089" + line.body()).getBytes(ISO_8859_1))
                                        : HttpRequest.BodyPublishers.ofString(line.body()));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Set<String> endpoints() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(AccessControlTests::endpointsOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpointsOf(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/") && !isOfTheDescription(pattern))
                .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern));
    }

    private static boolean isOfTheDescription(String pattern) {
        return pattern.startsWith("/api/openapi")
                || pattern.startsWith("/api/docs")
                || pattern.startsWith("/api/swagger-ui");
    }
}
