package org.rotfaden.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.RightsPages;
import org.rotfaden.web.Sentences;
import org.springframework.http.HttpStatus;

/// Says which rule stands in the way of a page; where a right is missing, it leads to the page that
/// says which.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class BrokenRuleView extends LostView implements HasErrorParameter<BrokenRule> {

    /// Behind the sentence, before the way back.
    private static final int WAY_TO_RIGHTS = 3;

    private final transient Sentences sentences;
    private final transient RightsPages rightsPages;

    BrokenRuleView(Sentences sentences, RightsPages rightsPages) {
        this.sentences = sentences;
        this.rightsPages = rightsPages;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<BrokenRule> parameter) {
        BrokenRule broken = parameter.getException();
        say(getTranslation("broken." + broken.kind()), sentences.of(broken, getLocale()));
        if (broken.kind() == BrokenRule.Kind.FORBIDDEN
                && !broken.code().equals(Permissions.HAS_LEFT)) {
            rightsPages
                    .of(event.getLocation().getPath())
                    .ifPresent(page ->
                            addComponentAtIndex(
                                    WAY_TO_RIGHTS,
                                    new Paragraph(
                                            new PageLink(page, getTranslation("rights.link")))));
        }
        return switch (broken.kind()) {
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case ABSENT -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case BUSY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case TOO_MUCH -> HttpStatus.TOO_MANY_REQUESTS.value();
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE.value();
        };
    }
}
