package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// Writes each page's content security policy and its language. Scripts run when they come from here
/// or carry the page's nonce; Vaadin's client evaluates what the server sends it, which takes
/// `unsafe-eval`, and styles its components inline.
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::apply);
        event.getSource().addUIInitListener(init -> ChosenLanguage.apply(init.getUI()));
    }

    private static void apply(IndexHtmlResponse page) {
        String nonce = nonce();
        page.getDocument().select("script").attr("nonce", nonce);
        page.getDocument().head().appendElement("meta").attr("name", "description").attr("content", "Rotfaden");
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        ("default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval'; "
                                        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                                        + "connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'")
                                .formatted(nonce));
        UI ui = UI.getCurrent();
        if (ui != null) {
            page.getDocument().child(0).attr("lang", ui.getLocale().getLanguage());
        }
    }

    private static String nonce() {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
