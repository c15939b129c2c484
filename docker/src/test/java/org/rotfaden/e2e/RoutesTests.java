package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.association.AssociationType;
import org.rotfaden.security.SubjectType;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/// Every page, asked for by everybody. A page that is in no line fails the test.
class RoutesTests extends WithSampleAssociation {

    /// Those who log in to the sample: anna administers and operates, bekir chairs a unit, clara
    /// only reads, emil writes.
    private static final List<String> MEMBERS = List.of("anna", "bekir", "clara", "emil");

    /// Page, an address of it, and who sees it; others are told why not (403), or that nothing is
    /// there (404).
    private static final String TABLE =
            """
            (home)                      | /                                             | anna bekir clara emil | -
            antraege                    | /antraege                                     | anna bekir clara emil | -
            antraege/*                  | /antraege/1                                   | anna bekir clara emil | -
            antraege/*                  | /antraege/10                                  | anna bekir            | 404
            antraege/*                  | /antraege/9999                                |                       | 404
            antraege/:slug/rechte       | /antraege/1/rechte                            | anna bekir clara emil | -
            antraege/:slug/rechte       | /antraege/10/rechte                           | anna bekir            | 404
            gespraeche/*                | /gespraeche/1                                 | anna bekir clara emil | -
            gespraeche/*                | /gespraeche/3                                 | anna bekir            | 404
            gespraeche/*                | /gespraeche/9999                              |                       | 404
            gliederungen                | /gliederungen                                 | anna bekir clara emil | -
            gliederungen/:slug/:tab?    | /gliederungen/stadtverband-hafen              | anna bekir clara emil | -
            gliederungen/:slug/:tab?    | /gliederungen/stadtverband-hafen/menschen     | anna bekir clara emil | -
            gliederungen/:slug/:tab?    | /gliederungen/nirgends/menschen               |                       | 404
            gliederungen/:slug/:tab?    | /gliederungen/stadtverband-hafen/nirgends     |                       | 404
            gliederungen/:slug/rechte   | /gliederungen/stadtverband-hafen/rechte       | anna bekir clara emil | -
            gremien/:slug/:tab?         | /gremien/vorstand-abteilung-nordstadt         | anna bekir clara emil | -
            gremien/:slug/:tab?         | /gremien/nirgends                             |                       | 404
            gremien/:slug/rechte        | /gremien/vorstand-abteilung-nordstadt/rechte  | anna bekir clara emil | -
            gremien/:slug/neu-gewaehlt  | /gremien/vorstand-abteilung-nordstadt/neu-gewaehlt | anna bekir        | 403
            gruppen                     | /gruppen                                      | anna bekir clara emil | -
            gruppen/gruenden            | /gruppen/gruenden                             | anna bekir clara emil | -
            gruppen/:slug/:tab?         | /gruppen/arbeitskreis-verkehr                 | anna bekir clara emil | -
            gruppen/:slug/:tab?         | /gruppen/kassentreff                          | anna                  | 404
            gruppen/:slug/:tab?         | /gruppen/kassentreff/menschen                 | anna                  | 404
            gruppen/:slug/rechte        | /gruppen/kassentreff/rechte                   | anna                  | 404
            mitglieder                  | /mitglieder                                   | anna                  | 403
            betrieb                     | /betrieb                                      | anna                  | 403
            muster                      | /muster                                       | anna                  | 403
            verband                     | /verband                                      | anna bekir clara emil | -
            verband/rechte              | /verband/rechte                               | anna bekir clara emil | -
            verband/einstellungen       | /verband/einstellungen                        | anna                  | 403
            hinweise                    | /hinweise                                     | anna bekir clara emil | -
            hinweise/:id                | /hinweise/nirgends                            | anna bekir clara emil | -
            konto                       | /konto                                        | anna bekir clara emil | -
            personen/*                  | /personen/bekir-aydemir                       | anna bekir clara emil | -
            personen/*                  | /personen/zacharias-bohn                      | anna                  | 404
            """;

    private record Line(String page, String address, Set<String> seenBy, String otherwise) {

        static Line of(String row) {
            String[] cells = row.split("\\|", -1);
            return new Line(
                    cells[0].strip(),
                    cells[1].strip(),
                    Set.of(cells[2].strip().split(" +")),
                    cells[3].strip());
        }
    }

    @Test
    void every_page_is_for_those_it_should_be_for() {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            Page page = Browsers.wide(ColorScheme.LIGHT);
            Door.open(page, workspace.address(), member, "/");
            TABLE.lines()
                    .map(Line::of)
                    .forEach(line -> {
                        int status =
                                page.request().get(workspace.address() + line.address()).status();
                        String expected = line.seenBy().contains(member) ? "200" : line.otherwise();
                        if (!expected.equals(Integer.toString(status))) {
                            wrong.put(
                                    member + " " + line.address(),
                                    status + " instead of " + expected);
                        }
                    });
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    /// Her own pages, and none that shows anything of others.
    @Test
    void whoever_has_left_is_told_so_and_sees_nothing_more() {
        String anna = workspace.tokenOf("anna");
        String unit =
                workspace.get("/api/units/by-slug/abteilung-nordstadt", anna).get("id").asString();
        JsonNode takenIn =
                workspace.post(
                        "/api/units/" + unit + "/members",
                        anna,
                        """
                        {"name":"Friedrich Fort","email":"friedrich@example.org","kind":"FULL",
                        "from":"2020-01-01"}
                        """);
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        String password = takenIn.get("password").asString();
        Door.open(page, workspace.address(), "friedrich@example.org", password, "/gruppen");
        Locator rows = page.locator(".row-title");
        assertThat(rows.first()).isVisible();

        String membership = takenIn.get("membership").get("id").asString();
        workspace.post(
                "/api/memberships/" + membership + "/end", anna, "{\"lastDay\":\"2025-01-31\"}");
        Locator sentence = page.getByText("Du bist nicht mehr Mitglied des Verbands");
        assertThat(sentence).isVisible();
        assertThat(rows).hasCount(0);
        page.navigate(workspace.address() + "/");
        assertThat(sentence).isVisible();
        assertThat(rows).hasCount(0);
        assertThat(page.locator(".bar .place")).hasText(new String[] {"Start", "Anträge", "Mehr"});
        Set<String> own = Set.of("/", "/antraege", "/konto");
        TABLE.lines()
                .map(Line::of)
                .map(Line::address)
                .forEach(address -> {
                    int status = page.request().get(workspace.address() + address).status();
                    if (own.contains(address)) {
                        assertThat(status).as(address).isEqualTo(200);
                    } else {
                        assertThat(status).as(address).isIn(403, 404);
                    }
                });
    }

    @Test
    void the_sample_is_a_living_association() {
        String anna = workspace.tokenOf("anna");
        var trees = workspace.get("/api/trees", anna);
        assertThat(trees).hasSize(2);
        assertThat(trees.get(0).get("levels")).hasSize(3);
        assertThat(workspace.get("/api/units?most=200", anna).get("items")).hasSizeBetween(25, 35);
        assertThat(workspace.get("/api/members?most=200", anna).get("items"))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(workspace.get("/api/groups", anna).get("items")).hasSizeGreaterThan(3);
        String board =
                workspace.get("/api/units/by-slug/abteilung-nordstadt", anna).get("id").asString();
        assertThat(workspace.get("/api/units/" + board + "/bodies", anna)).isNotEmpty();
    }

    @Test
    void whoever_is_not_logged_in_gets_to_the_door_and_nowhere_else() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        assertThat(TABLE.lines().map(Line::of).map(Line::address))
                .allSatisfy(address ->
                        assertThat(page.request().get(workspace.address() + address).url())
                                .contains("/anmelden"));
    }

    /// The page that sets up is tested with setting up; the door is none of Vaadin's.
    @Test
    void no_page_is_left_out() throws ClassNotFoundException {
        Set<String> known = new TreeSet<>(Set.of("einrichten"));
        TABLE.lines().map(Line::of).map(Line::page).forEach(known::add);
        assertThat(known).isEqualTo(routes());
    }

    private static Set<String> routes() throws ClassNotFoundException {
        Set<String> routes = new TreeSet<>();
        for (Class<?> view : classes("org.rotfaden.ui", new AnnotationTypeFilter(Route.class))) {
            String more = HasUrlParameter.class.isAssignableFrom(view) ? "/*" : "";
            Stream.concat(
                            Stream.of(view.getAnnotationsByType(Route.class)).map(Route::value),
                            Stream.of(view.getAnnotationsByType(RouteAlias.class))
                                    .map(RouteAlias::value))
                    .forEach(route -> routes.add(route.isEmpty() ? "(home)" : named(route) + more));
        }
        for (Class<?> known :
                classes("org.rotfaden", new AssignableTypeFilter(SubjectType.class))) {
            var type = (SubjectType) mock(known, CALLS_REAL_METHODS);
            boolean hasPageOfRights = !type.questions().isEmpty();
            if (hasPageOfRights && !type.place().equals(AssociationType.PLACE)) {
                routes.add(type.place() + "/:slug/rechte");
            }
        }
        return routes;
    }

    /// Without the names that one of its steps may have.
    private static String named(String route) {
        return route.replaceAll("\\(.*\\)", "");
    }

    private static List<Class<?>> classes(String place, TypeFilter filter)
            throws ClassNotFoundException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(filter);
        List<Class<?>> classes = new ArrayList<>();
        for (var found : scan.findCandidateComponents(place)) {
            classes.add(
                    ClassUtils.forName(
                            String.valueOf(found.getBeanClassName()),
                            RoutesTests.class.getClassLoader()));
        }
        return classes;
    }
}
