package org.rotfaden.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/// There is nothing at this address.
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NotFoundView extends LostView implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(getTranslation("not-found.title"), getTranslation("not-found.text"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
