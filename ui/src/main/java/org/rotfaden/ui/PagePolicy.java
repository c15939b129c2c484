package org.rotfaden.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.rotfaden.ui.elements.Nonces;
import org.springframework.stereotype.Component;

/// Writes each page's content security policy. Scripts run when they come from here or carry the
/// page's nonce. Vaadin's client makes functions of what the server sends it, which takes
/// `unsafe-eval`, and styles its components inline.
@Component
class PagePolicy implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::apply);
    }

    private void apply(IndexHtmlResponse page) {
        String nonce = Nonces.next();
        page.getDocument().select("script").attr("nonce", nonce);
        VaadinResponse response = page.getVaadinResponse();
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("X-Frame-Options", "DENY");
    }

    private static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-"
                + nonce
                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'"
                + " data:; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri"
                + " 'self'; frame-ancestors 'none'";
    }
}
