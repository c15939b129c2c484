package org.rotfaden.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.rotfaden.association.Associations;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.HomeZone;
import org.rotfaden.ui.elements.Language;
import org.rotfaden.ui.elements.PageDress;
import org.springframework.stereotype.Component;

/// What every page has in common before there is a view: its dress, and what it says when the
/// connection breaks.
@Component
class PageFrame implements VaadinServiceInitListener {

    private static final int MILLIS_BETWEEN_ATTEMPTS = 2_000;
    private static final int ATTEMPTS_FOR_A_DAY = 43_200;

    private final I18NProvider words;
    private final Associations associations;
    private final PageDress dress;

    PageFrame(I18NProvider words, Associations associations, PageDress dress) {
        this.words = words;
        this.associations = associations;
        this.dress = dress;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page ->
                dress.put(page.getDocument(), (VaadinServletRequest) page.getVaadinRequest()));
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource()
                .addUIInitListener(
                        init -> prepare(init.getUI(), VaadinServletRequest.getCurrent()));
    }

    /// A page goes on by itself: it tries for as long as a night may last. Pages whose server died
    /// do not come to another one all in the same instant.
    private void prepare(UI ui, VaadinServletRequest request) {
        Locale language = Language.in(request);
        ui.setLocale(language);
        associations
                .find()
                .ifPresent(association -> {
                    HomeZone.tell(ui, association.timeZone());
                    DataLanguage.tell(ui, association.language());
                });
        ReconnectDialogConfiguration reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(words.getTranslation("connection.lost", language));
        reconnecting.setDialogTextGaveUp(words.getTranslation("connection.none", language));
        reconnecting.setReconnectInterval(MILLIS_BETWEEN_ATTEMPTS);
        ui.getPushConfiguration()
                .setParameter(
                        "reconnectInterval",
                        Integer.toString(
                                ThreadLocalRandom.current()
                                        .nextInt(
                                                MILLIS_BETWEEN_ATTEMPTS / 4,
                                                MILLIS_BETWEEN_ATTEMPTS)));
        reconnecting.setReconnectAttempts(ATTEMPTS_FOR_A_DAY);
        ui.getPage().addJavaScript("context://script/line.js");
        ui.getPage().addJavaScript("context://script/ended.js");
        ui.getPage()
                .executeJs(
                        "window.rotfadenEnded.begin($0, $1, $2, $3)",
                        words.getTranslation("ended.title", language),
                        words.getTranslation("ended.reload", language),
                        words.getTranslation("ended.fold", language),
                        words.getTranslation("ended.unfold", language));
        ui.getPage()
                .executeJs(
                        "document.querySelector('vaadin-connection-indicator')?.setAttribute('role',"
                            + " 'status')");
    }

    /// A page that the server has forgotten, because it was restarted or because there are too
    /// many, says so; `ended.js` loads it again when nothing is lost by it.
    private SystemMessages systemMessages(SystemMessagesInfo asked) {
        Locale language =
                Optional.ofNullable(VaadinServletRequest.getCurrent())
                        .map(request -> Language.of(request).locale())
                        .orElse(asked.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.getTranslation("ended.title", language));
        messages.setSessionExpiredMessage(words.getTranslation("ended.text", language));
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorCaption(words.getTranslation("failure.title", language));
        messages.setInternalErrorMessage(words.getTranslation("failure.reload", language));
        messages.setCookiesDisabledCaption(words.getTranslation("cookies.title", language));
        messages.setCookiesDisabledMessage(words.getTranslation("cookies.text", language));
        return messages;
    }
}
