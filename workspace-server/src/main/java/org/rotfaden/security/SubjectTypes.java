package org.rotfaden.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/// All types of subjects, in the order in which they are listed.
@Service
public class SubjectTypes {

    private final Supplier<List<SubjectType>> all;
    private final Supplier<Map<String, SubjectType>> byName;

    SubjectTypes(ObjectProvider<SubjectType> types) {
        this.all = SingletonSupplier.of(() -> types.orderedStream().toList());
        this.byName =
                SingletonSupplier.of(() ->
                        all().stream()
                                .collect(Collectors.toMap(SubjectType::type, Function.identity())));
    }

    public List<SubjectType> all() {
        return all.get();
    }

    /// The type of a subject, if there is such a type.
    public Optional<SubjectType> of(Subject subject) {
        return Optional.ofNullable(byName.get().get(subject.type()));
    }

    /// The type whose subjects have their pages where an address is.
    public Optional<SubjectType> at(String path) {
        String place = path.split("/", -1)[0];
        return all().stream().filter(type -> type.place().equals(place)).findFirst();
    }

    /// What a reader may look for by some words, in the order of types. Where there is more than
    /// asked for, each type gets its share.
    ///
    /// @param wanted the types that are asked
    /// @param typed what she typed so far
    public List<Named> choices(
            Predicate<SubjectType> wanted, Typed typed, MemberId reader, int most) {
        return share(
                all().stream()
                        .filter(wanted)
                        .map(type -> type.choices(typed, reader, most))
                        .toList(),
                most);
    }

    /// The first of each, then the second of each, until there are enough.
    private static <T> List<T> share(List<List<T>> types, int most) {
        int[] taken = new int[types.size()];
        boolean anyLeft = true;
        for (int left = most; anyLeft && left > 0; ) {
            anyLeft = false;
            for (int type = 0; type < taken.length && left > 0; type++) {
                if (taken[type] < types.get(type).size()) {
                    taken[type]++;
                    left--;
                    anyLeft = true;
                }
            }
        }
        List<T> shared = new ArrayList<>();
        for (int type = 0; type < taken.length; type++) {
            shared.addAll(types.get(type).subList(0, taken[type]));
        }
        return shared;
    }

    /// Whether somebody may know that a subject is there, and of what happens to it.
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return of(subject).filter(type -> type.isSeenBy(reader, subject)).isPresent();
    }

    /// A subject by its name, for whoever came across it.
    ///
    /// @return nothing when there is none of which the reader may know
    public Optional<Named> find(Subject subject, MemberId reader) {
        return of(subject).flatMap(type -> type.find(subject, reader));
    }

    /// Those of some subjects of which the reader may know, in the same order; each type is asked
    /// once.
    public List<Named> find(Collection<Subject> subjects, MemberId reader) {
        Map<Subject, Named> found = new HashMap<>();
        all().forEach(type -> {
            List<Subject> own =
                    subjects.stream()
                            .filter(subject -> subject.type().equals(type.type()))
                            .toList();
            if (!own.isEmpty()) {
                type.find(own, reader).forEach(one -> found.put(one.subject(), one));
            }
        });
        return subjects.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one)).stream())
                .toList();
    }

    /// The subject whose page this is.
    ///
    /// @param path of the page, from the root of all pages
    /// @return nothing when there is none of which the reader may know
    public Optional<Named> named(String path, MemberId reader) {
        String[] steps = path.split("/", 2);
        return at(path).flatMap(type -> type.at(steps.length > 1 ? steps[1] : "", reader));
    }
}
