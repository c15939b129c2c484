package org.rotfaden.ui.elements;

import java.util.Optional;
import org.rotfaden.association.AssociationType;
import org.rotfaden.discussions.ThreadType;
import org.rotfaden.motions.MotionType;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.organisation.bodies.BodyType;
import org.rotfaden.organisation.directory.PersonType;
import org.rotfaden.organisation.groups.GroupType;
import org.rotfaden.organisation.units.UnitType;

/// Where the pages are. Addresses are for people: they are read out, written on paper and kept, so
/// they stay when things are renamed.
public final class Paths {

    /// The shortest address.
    public static final String START = "";

    public static final String MOTIONS = MotionType.PLACE;
    public static final String THREADS = ThreadType.PLACE;
    public static final String UNITS = UnitType.PLACE;
    public static final String BODIES = BodyType.PLACE;
    public static final String GROUPS = GroupType.PLACE;
    public static final String PEOPLE = PersonType.PLACE;
    public static final String MEMBERS = "mitglieder";
    public static final String ACCOUNT = "konto";
    public static final String NOTICES = "hinweise";
    public static final String LOGIN = "anmelden";
    public static final String SET_UP = "einrichten";
    public static final String ASSOCIATION = AssociationType.PLACE;
    public static final String SETTINGS = ASSOCIATION + "/einstellungen";
    public static final String OPERATION = "betrieb";
    public static final String PATTERNS = "muster";

    /// Below the page of a thing: what one may do there, and why.
    public static final String RIGHTS = "rechte";

    private Paths() {}

    public static String motion(int number) {
        return MOTIONS + "/" + number;
    }

    public static String thread(int number) {
        return THREADS + "/" + number;
    }

    /// Leads on to what a notice is about.
    public static String notice(NoticeId id) {
        return NOTICES + "/" + id;
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

    /// The page of the thing that a page shows, or below whose page it lies; nothing for lists.
    public static Optional<String> thingAt(String path) {
        String[] steps = path.split("/", -1);
        return steps.length > 1 ? Optional.of(steps[0] + "/" + steps[1]) : Optional.empty();
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
}
