package org.rotfaden.discussions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rotfaden.association.TypedWords;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A thread is where what it is about is.
@Component
@Order(25)
public class ThreadType implements SubjectType {

    public static final String PLACE = "gespraeche";

    private final ThreadRows rows;
    private final ThreadCatalogue catalogue;
    private final SubjectTypes types;
    private final Permissions permissions;

    ThreadType(
            ThreadRows rows,
            ThreadCatalogue catalogue,
            @Lazy SubjectTypes types,
            Permissions permissions) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.types = types;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return ThreadId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Gespräche", "threads");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "threads";
    }

    @Override
    public Optional<Scope> scopeOf(Subject thread) {
        return rows.find(new ThreadId(thread.id()))
                .flatMap(found -> permissions.scopeOf(found.about()))
                .map(about -> about.around(thread));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject thread) {
        return permissions.allows(reader, Permission.READ, thread);
    }

    @Override
    public Optional<Named> find(Subject thread, MemberId reader) {
        return catalogue.find(reader, new ThreadId(thread.id())).map(one -> named(one, reader));
    }

    @Override
    public List<Named> find(Collection<Subject> threads, MemberId reader) {
        return catalogue
                .some(reader, threads.stream().map(one -> new ThreadId(one.id())).toList())
                .stream()
                .map(one -> named(one, reader))
                .toList();
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return number(name)
                .flatMap(number -> catalogue.find(reader, number))
                .map(one -> named(one, reader));
    }

    /// The number in an address; nothing where there is none.
    private static Optional<Integer> number(String name) {
        return name.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
    }

    /// Those that have the words in their title.
    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        TypedWords words = TypedWords.of(typed);
        return words.saysTooLittle() || permissions.hasLeft(reader)
                ? List.of()
                : catalogue.titled(reader, words, most).stream()
                        .map(one -> named(one, reader))
                        .toList();
    }

    /// A thread by its title and the name of what it is about, which is all that tells the one
    /// beside a thing.
    private Named named(DiscussionThread thread, MemberId reader) {
        String about = types.find(thread.about(), reader).map(Named::name).orElse("");
        return named(
                thread.id().subject(),
                thread.title().isEmpty() ? about : thread.title(),
                Integer.toString(thread.number()),
                thread.title().isEmpty() ? "" : about);
    }

    /// Nobody is invited to a thread: its readers are those of what it is about.
    @Override
    public List<Role> givenByHand() {
        return List.of();
    }

    @Override
    public List<Permission> questions() {
        return List.of();
    }
}
