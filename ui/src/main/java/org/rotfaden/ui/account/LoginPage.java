package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.installation.SetUp;
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

    static final String EMAIL = "username";
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

    /// Who is logged in goes on to the pages, unless somebody else has just tried to log in here
    /// and would be taken for her.
    @GetMapping(PATH)
    void open(
            @RequestParam(name = LANGUAGE) Optional<String> language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Fault> fault = Fault.namedBy(request);
        if (currentMember.find().isPresent() && fault.filter(Fault::isOfAttempt).isEmpty()) {
            response.sendRedirect(Wanted.namedBy(request).orElse("/" + Paths.START));
        } else if (language.isPresent()) {
            language.flatMap(Language::find).ifPresent(chosen -> chosen.choose(request, response));
            response.sendRedirect(address(Optional.empty(), fault, request));
        } else {
            fault.filter(Fault::isLocked).ifPresent(locked -> slowDown(locked, response));
            write(fault, request, response);
        }
    }

    /// For whoever tries by a program.
    private static void slowDown(Fault locked, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(locked.seconds()));
    }

    /// After an attempt that failed.
    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        leadBack(faultOf(request, failure), request, response);
    }

    /// The page had stood open for too long: it gets a fresh token against forged requests.
    void refuseStale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        leadBack(new Fault(Fault.Kind.STALE), request, response);
    }

    private static Fault faultOf(HttpServletRequest request, AuthenticationException failure) {
        if (isMissing(request, EMAIL)) {
            return new Fault(
                    isMissing(request, PASSWORD)
                            ? Fault.Kind.NOTHING_TYPED
                            : Fault.Kind.EMAIL_MISSING);
        }
        if (isMissing(request, PASSWORD)) {
            return new Fault(Fault.Kind.PASSWORD_MISSING);
        }
        return failure instanceof TooManyAttempts tooMany
                ? Fault.locked(tooMany.waitFor())
                : new Fault(Fault.Kind.WRONG);
    }

    /// To a page that says why. Loading it again, or going back to it, tries nothing again.
    private static void leadBack(
            Fault why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TypedAddress.keep(request, response);
        response.sendRedirect(
                address(Optional.empty(), Optional.of(why), request),
                HttpServletResponse.SC_SEE_OTHER);
    }

    private Map<String, String> trouble(String words, Fault fault, HttpServletRequest request) {
        return Map.of(
                "title", pages.say(request, words + ".title"),
                "text", pages.say(request, words + ".text", fault.seconds()));
    }

    private void write(
            Optional<Fault> fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language other = Language.of(request).other();
        String email = fault.flatMap(_ -> TypedAddress.in(request)).orElse("");
        String door = Titles.of(pages.say(request, "login.title"));
        Map<String, Object> content = new HashMap<>();
        content.put("title", door);
        content.put("nobody", currentMember.find().isEmpty());
        content.put("empty", members.isEmpty());
        content.put("email", email);
        content.put("emailKnown", !email.isBlank());
        content.put("emailMissing", fault.filter(Fault::isEmailMissing).isPresent());
        content.put("passwordMissing", fault.filter(Fault::isPasswordMissing).isPresent());
        content.put("wanted", Wanted.namedBy(request).orElse(""));
        content.put("forgeryToken", forgeryToken(request));
        content.put("otherLanguage", other.code());
        content.put("otherLanguageName", other.ownName());
        content.put("otherLanguageAt", address(Optional.of(other), fault, request));
        // What went wrong comes first in the title, where screen readers begin.
        fault.flatMap(some -> some.kind().words().map(words -> trouble(words, some, request)))
                .ifPresent(trouble -> {
                    content.put("trouble", trouble);
                    content.put("title", trouble.get("title") + " " + door);
                });
        if (setUp.isDemonstration()) {
            content.put("sample", true);
            content.put(
                    "samplePassword",
                    pages.say(request, "login.sample.password", SampleMembers.PASSWORD));
        }
        pages.write("log-in", content, request, response);
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

    private static String address(
            Optional<Language> chosen, Optional<Fault> fault, HttpServletRequest request) {
        var address = UriComponentsBuilder.fromPath(PATH);
        chosen.ifPresent(language -> address.queryParam(LANGUAGE, language.code()));
        fault.ifPresent(some -> some.nameIn(address));
        return Wanted.carriedBy(address, Wanted.namedBy(request));
    }
}
