package org.rotfaden.ui;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of the pages. What stands in the way of something is said in the server's words, which
/// programs get as well.
@Component
class PageWords extends DefaultI18NProvider {

    private static final String PROBLEM = "problem.";

    private final transient MessageSource sentences;

    PageWords(MessageSource sentences) {
        super(List.of(Locale.GERMAN, Locale.ENGLISH));
        this.sentences = sentences;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return key.startsWith(PROBLEM)
                ? sentences.getMessage(key, parameters, locale)
                : super.getTranslation(key, locale, parameters);
    }
}
