package org.rotfaden;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.boot.test.context.TestComponent;

/// The smallest type of things there can be: slips of paper, of which each belongs to somebody.
/// This is all that the workspace has to be told of them.
@TestComponent
public final class SlipType implements SubjectType {

    public static final String SUBJECT = "slip";

    private record Slip(Subject subject, String name, Subject owner) {

        String slug() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Subject, Slip> slips = new ConcurrentHashMap<>();
    private final Permissions permissions;

    SlipType(Permissions permissions) {
        this.permissions = permissions;
    }

    /// Writes one.
    public Subject write(String name, Subject owner) {
        var subject = new Subject(SUBJECT, UUID.randomUUID());
        slips.put(subject, new Slip(subject, name, owner));
        return subject;
    }

    @Override
    public String type() {
        return SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Zettel", "slips");
    }

    @Override
    public String place() {
        return "zettel";
    }

    @Override
    public String icon() {
        return "motions";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return Optional.ofNullable(slips.get(subject))
                .flatMap(slip -> permissions.scopeOf(slip.owner()))
                .map(owner -> owner.around(subject));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return permissions.allows(reader, Permission.READ, subject);
    }

    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return Optional.ofNullable(slips.get(subject))
                .filter(_ -> isSeenBy(reader, subject))
                .map(this::named);
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return visibleTo(reader).stream().filter(slip -> slip.slug().equals(name)).findFirst();
    }

    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        return visibleTo(reader).stream()
                .filter(slip -> slip.name().startsWith(typed.text()))
                .limit(most)
                .toList();
    }

    private List<Named> visibleTo(MemberId reader) {
        return slips.keySet().stream().flatMap(slip -> find(slip, reader).stream()).toList();
    }

    private Named named(Slip slip) {
        return named(slip.subject(), slip.name(), slip.slug(), "");
    }
}
