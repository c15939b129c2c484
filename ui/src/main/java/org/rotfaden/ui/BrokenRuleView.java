package org.rotfaden.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.rotfaden.security.BrokenRule;

/// Says which rule stands in the way of a page.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class BrokenRuleView extends LostView implements HasErrorParameter<BrokenRule> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<BrokenRule> parameter) {
        BrokenRule broken = parameter.getException();
        say(getTranslation("broken." + broken.kind()), getTranslation("problem." + broken.code()));
        return switch (broken.kind()) {
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case ABSENT -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
        };
    }
}
