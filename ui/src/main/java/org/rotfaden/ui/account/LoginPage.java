package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.installation.SetUp;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.ui.elements.Language;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlainPages;
import org.rotfaden.ui.elements.Titles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The door: e-mail address and password, in a form that browsers and password managers know. What
/// was typed is there again after a failed attempt, but for the password.
@Controller
class LoginPage {

    /// Where it is.
    static final String PATH = "/" + Paths.LOGIN;

    private static final String EMAIL = "username";
    private static final String PASSWORD = "password";
    private static final String LANGUAGE = "sprache";

    private final PlainPages pages;
    private final CurrentMember currentMember;
    private final Members members;
    private final SetUp setUp;

    LoginPage(PlainPages pages, CurrentMember currentMember, Members members, SetUp setUp) {
        this.pages = pages;
        this.currentMember = currentMember;
        this.members = members;
        this.setUp = setUp;
    }

    @GetMapping(PATH)
    void open(
            @RequestParam(name = LANGUAGE) Optional<String> language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (currentMember.find().isPresent()) {
            response.sendRedirect(Wanted.namedBy(request).orElse("/" + Paths.MOTIONS));
        } else if (language.isPresent()) {
            language.flatMap(Language::find).ifPresent(chosen -> chosen.choose(request, response));
            response.sendRedirect(address(request, Optional.empty()));
        } else {
            write(Map.of(), request, response);
        }
    }

    /// After an attempt that failed.
    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (isMissing(request, EMAIL) || isMissing(request, PASSWORD)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            write(
                    Map.of(
                            "emailMissing", isMissing(request, EMAIL),
                            "passwordMissing", isMissing(request, PASSWORD)),
                    request,
                    response);
        } else if (failure instanceof TooManyAttempts tooMany) {
            long seconds = Math.max(1, tooMany.waitFor().plus(Duration.ofMillis(999)).toSeconds());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            write(trouble("locked", request, seconds), request, response);
        } else {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            write(trouble("error", request), request, response);
        }
    }

    /// The page had stood open for too long: it gets a fresh token against forged requests.
    void refuseStale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        write(trouble("stale", request), request, response);
    }

    private Map<String, Object> trouble(
            String why, HttpServletRequest request, Object... parameters) {
        return Map.of(
                "trouble",
                Map.of(
                        "title", pages.say(request, "login." + why + ".title"),
                        "text", pages.say(request, "login." + why + ".text", parameters)));
    }

    private void write(
            Map<String, Object> news, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language other = Language.of(request).other();
        String email =
                Optional.ofNullable(request.getParameter(EMAIL))
                        .filter(typed -> typed.length() <= Email.LONGEST)
                        .orElse("");
        Map<String, Object> content = new HashMap<>(news);
        content.put("title", title(request, news));
        content.put("empty", members.isEmpty());
        content.put("email", email);
        content.put("emailKnown", !email.isBlank());
        content.put("wanted", Wanted.namedBy(request).orElse(""));
        content.put("forgeryToken", forgeryToken(request));
        content.put("otherLanguage", other.code());
        content.put("otherLanguageName", other.ownName());
        content.put("otherLanguageAt", address(request, Optional.of(other)));
        if (setUp.isDemonstration()) {
            content.put("sample", true);
            content.put(
                    "samplePassword",
                    pages.say(request, "login.sample.password", SampleMembers.PASSWORD));
        }
        pages.write("log-in", content, request, response);
    }

    /// What went wrong comes first, where screen readers begin.
    private String title(HttpServletRequest request, Map<String, Object> news) {
        String door = Titles.of(pages.say(request, "login.title"));
        return news.get("trouble") instanceof Map<?, ?> trouble
                ? trouble.get("title") + " " + door
                : door;
    }

    private static boolean isMissing(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null || typed.isBlank();
    }

    private static String forgeryToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static String address(HttpServletRequest request, Optional<Language> chosen) {
        return Wanted.carriedBy(
                UriComponentsBuilder.fromPath(PATH)
                        .queryParamIfPresent(LANGUAGE, chosen.map(Language::code)),
                Wanted.namedBy(request));
    }
}
