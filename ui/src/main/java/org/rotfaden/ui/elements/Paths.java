package org.rotfaden.ui.elements;

import java.util.Optional;

/// Where the pages are. Addresses are for people: they are read out, written on paper and kept, so
/// they stay when things are renamed.
public final class Paths {

    public static final String MOTIONS = "antraege";
    public static final String UNITS = "gliederungen";
    public static final String BODIES = "gremien";
    public static final String GROUPS = "gruppen";
    public static final String PEOPLE = "personen";
    public static final String MEMBERS = "mitglieder";
    public static final String ACCOUNT = "konto";
    public static final String LOGIN = "anmelden";
    public static final String SET_UP = "einrichten";
    public static final String ASSOCIATION = "verband";
    public static final String OPERATION = "betrieb";

    /// Below the page of a thing: what one may do there, and why.
    public static final String RIGHTS = "rechte";

    private Paths() {}

    public static String motion(int number) {
        return MOTIONS + "/" + number;
    }

    public static String unit(String slug) {
        return UNITS + "/" + slug;
    }

    public static String body(String slug) {
        return BODIES + "/" + slug;
    }

    public static String group(String slug) {
        return GROUPS + "/" + slug;
    }

    public static String person(String slug) {
        return PEOPLE + "/" + slug;
    }

    /// What stands behind a place in an address: the name of the thing whose page it is, or below
    /// whose page it lies.
    ///
    /// @param place for example [#UNITS]
    public static Optional<String> nameAt(String place, String path) {
        String[] steps = path.split("/", -1);
        return steps.length > 1 && steps[0].equals(place)
                ? Optional.of(steps[1])
                : Optional.empty();
    }

    /// The page on which stands what one may do with the thing on another page.
    public static String rights(String page) {
        return page + "/" + RIGHTS;
    }

    /// The page on which stands what one may do with what an open page shows.
    ///
    /// @return nothing when the page shows no such thing
    public static Optional<String> rightsOf(String openPage) {
        String[] steps = openPage.split("/", -1);
        return switch (steps[0]) {
            case MOTIONS, UNITS, BODIES, GROUPS ->
                    steps.length > 1
                            ? Optional.of(rights(steps[0] + "/" + steps[1]))
                            : Optional.of(rights(ASSOCIATION));
            case MEMBERS, ASSOCIATION, OPERATION -> Optional.of(rights(ASSOCIATION));
            default -> Optional.empty();
        };
    }
}
