package org.rotfaden.security;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.Cast;
import org.rotfaden.Part;

/// Asks [Permissions] everything about everybody in a [Cast], and writes the answers down as
/// Markdown.
final class RightsTable {

    private static final String NONE = "–";

    /// A place as seen from where a role is held.
    ///
    /// @param below what lies below it or belongs to it
    private record Surroundings(
            Subject here,
            Optional<Subject> below,
            Optional<Subject> above,
            Optional<Subject> beside) {

        static Surroundings of(Subject here) {
            return new Surroundings(here, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Surroundings below(Subject subject) {
            return new Surroundings(here, Optional.of(subject), above, beside);
        }

        Surroundings above(Subject subject) {
            return new Surroundings(here, below, Optional.of(subject), beside);
        }

        Surroundings beside(Subject subject) {
            return new Surroundings(here, below, above, Optional.of(subject));
        }

        Map<String, Subject> named() {
            Map<String, Subject> named = new LinkedHashMap<>();
            named.put("here", here);
            below.ifPresent(subject -> named.put("below", subject));
            above.ifPresent(subject -> named.put("**above**", subject));
            beside.ifPresent(subject -> named.put("**beside**", subject));
            return named;
        }
    }

    private final Cast cast;
    private final Permissions permissions;

    RightsTable(Cast cast, Permissions permissions) {
        this.cast = cast;
        this.permissions = permissions;
    }

    /// What each role allows at the place where it is held, and at those around it.
    String ofRoles() {
        String head = row(Stream.concat(Stream.of("role"), permissionNames()));
        Stream<String> rows =
                Stream.of(Role.values())
                        .map(role -> {
                            Grant grant = held(role);
                            return row(
                                    Stream.concat(
                                            Stream.of("`" + role + "`"),
                                            Stream.of(Permission.values())
                                                    .map(permission -> reach(grant, permission))));
                        });
        return head + rule(Permission.values().length + 1) + rows.collect(joining());
    }

    /// Who may do something, where. Who may nowhere is left out.
    String of(Permission permission) {
        List<String> places = places(Part.MEMBER).keySet().stream().toList();
        String head = row(Stream.concat(Stream.of("who"), places.stream()));
        String rows =
                Stream.of(Part.values())
                        .map(part -> line(part, permission))
                        .flatMap(Optional::stream)
                        .collect(joining());
        return head + rule(places.size() + 1) + rows;
    }

    private Optional<String> line(Part part, Permission permission) {
        List<String> cells =
                places(part).values().stream()
                        .map(subject ->
                                permissions.allows(cast.id(part), permission, subject) ? "✓" : "")
                        .toList();
        return cells.contains("✓")
                ? Optional.of(row(Stream.concat(Stream.of(part.german()), cells.stream())))
                : Optional.empty();
    }

    private Map<String, Subject> places(Part asking) {
        Map<String, Subject> places = new LinkedHashMap<>();
        places.put("Verband", Subject.ASSOCIATION);
        places.put("Gliederung darüber", cast.above.subject());
        places.put("Gliederung", cast.here.subject());
        places.put("Gliederung darunter", cast.below.subject());
        places.put("Gliederung daneben", cast.beside.subject());
        places.put("Vorstand darüber", cast.boardAbove.subject());
        places.put("Vorstand", cast.board.subject());
        places.put("Ausschuss", cast.committee.subject());
        places.put("Gruppe", cast.group.subject());
        places.put("Antrag der Gliederung", cast.motionOfUnit.id().subject());
        places.put("Antrag des Vorstands", cast.motionOfBoard.id().subject());
        places.put("Antrag der Gruppe", cast.motionOfGroup.id().subject());
        places.put("Mitglied der Gliederung", cast.id(Part.HOME_MEMBER).subject());
        places.put("sich selbst", cast.id(asking).subject());
        return places;
    }

    private String reach(Grant grant, Permission permission) {
        var places = new ArrayList<String>();
        around(grant.where())
                .named()
                .forEach((name, subject) -> {
                    if (grant.covers(permission, permissions.scopeOf(subject).orElseThrow())) {
                        places.add(name);
                    }
                });
        return places.isEmpty() ? NONE : String.join(", ", places);
    }

    /// A grant of this role that somebody has.
    private Grant held(Role role) {
        return Stream.of(Part.values())
                .flatMap(part -> permissions.grantsOf(cast.id(part)).stream())
                .filter(grant -> grant.role() == role)
                .filter(grant -> !grant.where().equals(Subject.EVERYBODY))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody in the cast is a " + role));
    }

    private Surroundings around(Subject where) {
        return Stream.of(
                        Surroundings.of(Subject.ASSOCIATION).below(cast.here.subject()),
                        Surroundings.of(cast.here.subject())
                                .below(cast.below.subject())
                                .above(cast.above.subject())
                                .beside(cast.beside.subject()),
                        Surroundings.of(cast.below.subject()).above(cast.here.subject()),
                        Surroundings.of(cast.board.subject())
                                .above(cast.here.subject())
                                .beside(cast.committee.subject()),
                        Surroundings.of(cast.committee.subject())
                                .above(cast.here.subject())
                                .beside(cast.board.subject()),
                        Surroundings.of(cast.group.subject())
                                .above(cast.here.subject())
                                .beside(cast.otherGroup.subject()),
                        Surroundings.of(cast.archivedGroup.subject())
                                .above(cast.here.subject())
                                .beside(cast.group.subject()),
                        Surroundings.of(cast.motionOfBoard.id().subject())
                                .above(cast.board.subject())
                                .beside(cast.motionOfUnit.id().subject()),
                        Surroundings.of(cast.id(Part.MEMBER).subject())
                                .above(Subject.ASSOCIATION)
                                .beside(cast.id(Part.HOME_MEMBER).subject()))
                .filter(surroundings -> surroundings.here().equals(where))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is known around " + where));
    }

    private static Stream<String> permissionNames() {
        return Stream.of(Permission.values()).map(permission -> "`" + permission + "`");
    }

    private static String row(Stream<String> cells) {
        return cells.collect(joining(" | ", "| ", " |\n"));
    }

    private static String rule(int columns) {
        return "|" + "---|".repeat(columns) + "\n";
    }
}
