package org.rotfaden.ui.account;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rotfaden.installation.SetupToken;
import org.rotfaden.members.Members;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlainPages;
import org.rotfaden.ui.elements.Titles;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/// How far somebody gets who is not logged in. No page of Vaadin is made for strangers, because
/// each would be kept for half an hour; only who sets up an empty workspace has one.
@Component
class Threshold implements AuthenticationEntryPoint {

    private static final String SET_UP = "/" + Paths.SET_UP;

    private final PlainPages pages;
    private final Members members;
    private final SetupToken token;
    private final RequestUtil vaadinRequests;

    Threshold(PlainPages pages, Members members, SetupToken token, RequestUtil vaadinRequests) {
        this.pages = pages;
        this.members = members;
        this.token = token;
        this.vaadinRequests = vaadinRequests;
    }

    /// Whether somebody sets the workspace up: with the token, and then with the session that the
    /// token began.
    boolean isPassedToSetUp(HttpServletRequest request) {
        return members.isEmpty() && (request.getSession(false) != null || bringsTheToken(request));
    }

    private boolean bringsTheToken(HttpServletRequest request) {
        String presented = request.getParameter(SetupView.TOKEN);
        return request.getServletPath().equals(SET_UP)
                && presented != null
                && token.matches(presented);
    }

    /// An open page whose log-in has ended says that it is no longer connected, or loads again
    /// where nothing is lost by that, and gets to the door; whoever opens a page gets there at
    /// once, and to the page behind it.
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException notLoggedIn)
            throws IOException {
        if (isOpenPage(request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream()
                    .write(
                            VaadinService.createSessionExpiredJSON(false)
                                    .getBytes(StandardCharsets.UTF_8));
        } else if (vaadinRequests.isFrameworkInternalRequest(request)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else if (request.getServletPath().equals(SET_UP)) {
            sayWhyNobodySetsUp(request, response);
        } else {
            response.sendRedirect(Wanted.door(LoginPage.PATH, request));
        }
    }

    private static boolean isOpenPage(HttpServletRequest request) {
        return ApplicationConstants.REQUEST_TYPE_UIDL.equals(
                request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    private void sayWhyNobodySetsUp(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        String reason = members.isEmpty() ? "setup.wrong-token" : "setup.done";
        pages.write(
                "set-up-closed",
                Map.of(
                        "title", Titles.of(pages.say(request, "setup.title")),
                        "reason", pages.say(request, reason)),
                request,
                response);
    }
}
