package org.rotfaden.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.rotfaden.web.Outage;
import org.rotfaden.web.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something broke on our side; stands alone, because what is around pages may be what broke.
@AnonymousAllowed
final class FailureView extends LostView implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (Outage.isBehind(parameter.getCaughtException())) {
            log.warn("The database is gone, so a page is not shown");
            say(getTranslation("outage.title"), getTranslation("problem." + Outage.CODE));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        log.error("A page failed", Wordless.of(parameter.getCaughtException()));
        say(getTranslation("failure.title"), getTranslation("failure.text"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
