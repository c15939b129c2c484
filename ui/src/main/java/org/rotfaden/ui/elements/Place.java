package org.rotfaden.ui.elements;

import java.util.Locale;

/// A page that the shell leads to, in the shell's order.
public enum Place {
    START(Area.MINE, Paths.START, "g s"),
    MOTIONS(Area.MINE, Paths.MOTIONS, "g a"),
    ASSOCIATION(Area.ASSOCIATION, Paths.ASSOCIATION, "g v"),
    UNITS(Area.ASSOCIATION, Paths.UNITS, "g u"),
    GROUPS(Area.ASSOCIATION, Paths.GROUPS, "g g"),
    MEMBERS(Area.ASSOCIATION, Paths.MEMBERS, "g m"),
    RIGHTS(Area.ASSOCIATION, Paths.rights(Paths.ASSOCIATION), "g r"),
    SETTINGS(Area.ASSOCIATION, Paths.SETTINGS, "g e"),
    OPERATION(Area.ASSOCIATION, Paths.OPERATION, "g b"),
    ACCOUNT(Area.SELF, Paths.ACCOUNT, "g k");

    /// To what a page belongs.
    public enum Area {
        /// What concerns the reader.
        MINE,
        /// The association as a whole; its pages are each other's tabs.
        ASSOCIATION,
        /// The reader herself.
        SELF
    }

    private final Area area;
    private final String path;
    private final String keys;

    Place(Area area, String path, String keys) {
        this.area = area;
        this.path = path;
        this.keys = keys;
    }

    public boolean isIn(Area asked) {
        return area == asked;
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
