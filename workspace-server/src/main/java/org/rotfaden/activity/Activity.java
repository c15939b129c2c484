package org.rotfaden.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Something that happened. Whoever does things that others want to hear of implements it by
/// records, and tells them by [Activities]. They hold ids, never words or names: who hears of it
/// asks for the rest, with rights of her own. Nothing in them is null: they are written down and
/// read again.
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
public interface Activity {

    /// Who did it; nobody where a day, the server or many together did.
    @Nullable MemberId by();

    /// What it happened to, in the first place.
    @JsonIgnore
    Subject subject();

    /// All to which it happened: its subject, and what else is another because of it, as what lists
    /// it. Whoever follows one of them hears of it. Everybody who may follow that sees how much is
    /// counted there, so beside the subject nothing is here of which the mere number is for fewer.
    @JsonIgnore
    default Set<Subject> concerned() {
        return Set.of(subject());
    }

    /// Who may know of it.
    @JsonIgnore
    Audience audience();

    /// Whom it concerns in person; where it concerns one in several ways, the first counts.
    default List<Addressed> addressed() {
        return List.of();
    }

    /// When it happened by the clock of what it happened to, up to which that is read; nothing
    /// where nobody asks.
    default Optional<Instant> moment() {
        return Optional.empty();
    }

    /// What kind of thing happened, for machines: `motion.handed-over`.
    @JsonIgnore
    default String kind() {
        return kindOf(getClass());
    }

    /// What kind of thing things of a type are.
    static String kindOf(Class<? extends Activity> type) {
        String thing = type.getEnclosingClass().getSimpleName().replaceFirst("Event$", "");
        return hyphenated(thing) + "." + hyphenated(type.getSimpleName());
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }
}
