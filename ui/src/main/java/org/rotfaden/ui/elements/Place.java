package org.rotfaden.ui.elements;

import java.util.Locale;

/// A page that the shell leads to, in the shell's order.
public enum Place {
    MOTIONS(Paths.MOTIONS, "g a"),
    UNITS(Paths.UNITS, "g u"),
    GROUPS(Paths.GROUPS, "g g"),
    MEMBERS(Paths.MEMBERS, "g m"),
    ASSOCIATION(Paths.ASSOCIATION, "g v"),
    OPERATION(Paths.OPERATION, "g b"),
    ACCOUNT(Paths.ACCOUNT, "g k");

    private final String path;
    private final String keys;

    Place(String path, String keys) {
        this.path = path;
        this.keys = keys;
    }

    public String path() {
        return path;
    }

    /// The keys that lead there, one after the other.
    public String keys() {
        return keys;
    }

    public String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its name among the words of pages.
    public String words() {
        return "shell.place." + icon();
    }
}
