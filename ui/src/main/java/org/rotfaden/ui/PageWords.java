package org.rotfaden.ui;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of the pages, out of the same source as those that programs get.
@Component
class PageWords implements I18NProvider {

    private final transient MessageSource words;

    PageWords(MessageSource words) {
        this.words = words;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.GERMAN, Locale.ENGLISH);
    }

    /// A key without words shows itself.
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return requireNonNullElse(words.getMessage(key, parameters, key, locale), key);
    }
}
