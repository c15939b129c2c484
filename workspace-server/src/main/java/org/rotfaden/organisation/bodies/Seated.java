package org.rotfaden.organisation.bodies;

import java.util.Locale;
import org.rotfaden.association.GermanNoun;
import org.rotfaden.security.Spoken;

/// Where somebody holds an office: "im Vorstand der Abteilung Nordstadt".
record Seated(String body, String unit) implements Spoken {

    @Override
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german() : english();
    }

    private String german() {
        String within = new GermanNoun(body).within().orElse("in „" + body + "“");
        if (namesUnit()) {
            return within;
        }
        return new GermanNoun(unit)
                .genitive()
                .map(whose -> within + " " + whose)
                .orElse(within + " (" + unit + ")");
    }

    private boolean namesUnit() {
        return (" " + body + " ").contains(" " + unit + " ");
    }

    private String english() {
        return namesUnit() ? "in " + body : "in " + body + ", " + unit;
    }
}
