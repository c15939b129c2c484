package org.rotfaden.ui.elements;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/// What pages and things are called.
public final class Titles {

    private Titles() {}

    /// What a page is called in the browser's tab.
    public static String of(String page) {
        return page + " · Rotfaden";
    }

    /// What a thing is called, also where it has no name yet.
    ///
    /// @param untitled what stands for a name
    public static String ofThing(String name, String untitled) {
        return name.isEmpty() ? untitled : name;
    }

    /// What a thing is called, also where it has no name yet.
    public static String ofThing(String name, I18NProvider words, Locale language) {
        return ofThing(name, words.getTranslation("untitled", language));
    }
}
