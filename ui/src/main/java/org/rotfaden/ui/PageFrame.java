package org.rotfaden.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.Associations;
import org.rotfaden.ui.elements.HomeZone;
import org.rotfaden.ui.elements.Language;
import org.rotfaden.ui.elements.Scheme;
import org.springframework.stereotype.Component;

/// What every page has in common before there is a view: its language and colours from the first
/// byte on, and what it says when the connection breaks.
@Component
class PageFrame implements VaadinServiceInitListener {

    private static final String LIGHT_PAPER = "#fbfaf8";
    private static final String DARK_PAPER = "#17181a";
    private static final int MILLIS_BETWEEN_ATTEMPTS = 2_000;
    private static final int ATTEMPTS_FOR_A_DAY = 43_200;

    private final I18NProvider words;
    private final Associations associations;

    PageFrame(I18NProvider words, Associations associations) {
        this.words = words;
        this.associations = associations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dress);
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource()
                .addUIInitListener(init -> prepare(init.getUI(), VaadinRequest.getCurrent()));
    }

    private void dress(IndexHtmlResponse page) {
        VaadinRequest request = page.getVaadinRequest();
        Scheme scheme = Scheme.of(request);
        Element root = page.getDocument().child(0);
        root.attr("lang", Language.of(request).code());
        root.attr(Scheme.ATTRIBUTE, scheme.code());
        associations
                .find()
                .map(Association::accent)
                .map(PageFrame::accent)
                .ifPresent(style -> root.attr("style", style));
        Element head = page.getDocument().head();
        head.appendElement("link").attr("rel", "manifest").attr("href", AppManifest.PATH);
        head.appendElement("link")
                .attr("rel", "apple-touch-icon")
                .attr("href", "icons/apple-touch-icon.png");
        switch (scheme) {
            case LIGHT -> themeColor(head, LIGHT_PAPER);
            case DARK -> themeColor(head, DARK_PAPER);
            case SYSTEM -> {
                themeColor(head, LIGHT_PAPER).attr("media", "(prefers-color-scheme: light)");
                themeColor(head, DARK_PAPER).attr("media", "(prefers-color-scheme: dark)");
            }
        }
    }

    /// The association's colour for both schemes, each as it can be read there.
    private static String accent(Accent accent) {
        return "--rf-accent-light: %s; --rf-accent-dark: %s"
                .formatted(accent.hex(), accent.onDark());
    }

    private static Element themeColor(Element head, String color) {
        return head.appendElement("meta").attr("name", "theme-color").attr("content", color);
    }

    /// A page goes on by itself: it tries for as long as a night may last.
    private void prepare(UI ui, VaadinRequest request) {
        Locale language = Language.of(request).locale();
        ui.setLocale(language);
        associations.find().ifPresent(association -> HomeZone.tell(ui, association.timeZone()));
        ReconnectDialogConfiguration reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(words.getTranslation("connection.lost", language));
        reconnecting.setDialogTextGaveUp(words.getTranslation("connection.none", language));
        reconnecting.setReconnectInterval(MILLIS_BETWEEN_ATTEMPTS);
        reconnecting.setReconnectAttempts(ATTEMPTS_FOR_A_DAY);
        ui.getPage()
                .executeJs(
                        "document.querySelector('vaadin-connection-indicator')?.setAttribute('role',"
                            + " 'status')");
    }

    /// A session that is gone, for example because the server was restarted, is no news: the page
    /// loads again, and the remembered log-in lets it in.
    private SystemMessages systemMessages(SystemMessagesInfo asked) {
        Locale language = asked.getLocale();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorCaption(words.getTranslation("failure.title", language));
        messages.setInternalErrorMessage(words.getTranslation("failure.reload", language));
        messages.setCookiesDisabledCaption(words.getTranslation("cookies.title", language));
        messages.setCookiesDisabledMessage(words.getTranslation("cookies.text", language));
        return messages;
    }
}
