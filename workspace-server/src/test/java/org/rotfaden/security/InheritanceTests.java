package org.rotfaden.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rotfaden.beat.PretendStandstill;
import org.springframework.beans.factory.ObjectProvider;

/// Rights over random trees: what comes down, and that nothing goes up or sideways.
class InheritanceTests {

    private static final MemberId DILEK = new MemberId(new UUID(1, 1));

    /// A role held at a place of the tree.
    record Held(Role role, int place) {}

    /// The place above each place; the first is the top and has none.
    record Tree(List<Integer> above) {

        boolean isAbove(int high, int low) {
            for (int at = low; at > 0; ) {
                at = above.get(at);
                if (at == high) {
                    return true;
                }
            }
            return false;
        }

        Subject subject(int place) {
            return new Subject("place", new UUID(0, place));
        }

        Scope scope(int place) {
            List<Subject> higher = new ArrayList<>();
            for (int at = place; at > 0; ) {
                at = above.get(at);
                higher.add(subject(at));
            }
            return Scope.of(subject(place), higher);
        }
    }

    record Situation(Tree tree, List<Held> held) {}

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.integers()
                .between(1, 25)
                .flatMap(size -> Combinators.combine(trees(size), held(size)).as(Situation::new));
    }

    private static Arbitrary<Tree> trees(int size) {
        return Combinators.combine(
                        IntStream.range(0, size)
                                .<Arbitrary<Integer>>mapToObj(place ->
                                        Arbitraries.integers().between(0, Math.max(0, place - 1)))
                                .toList())
                .as(Tree::new);
    }

    private static Arbitrary<List<Held>> held(int size) {
        return Combinators.combine(
                        Arbitraries.of(Role.class), Arbitraries.integers().between(0, size - 1))
                .as(Held::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 500)
    void a_right_holds_where_a_role_is_held_and_below_where_the_role_says_so_and_nowhere_else(
            @ForAll("situations") Situation situation) {
        Permissions permissions = permissions(situation);
        for (int place = 0; place < situation.tree().above().size(); place++) {
            for (Permission permission : Permission.values()) {
                int here = place;
                boolean expected =
                        situation.held().stream()
                                .anyMatch(held ->
                                        held.place() == here
                                                ? held.role().allowsHere(permission)
                                                : situation.tree().isAbove(held.place(), here)
                                                        && held.role().allowsBelow(permission));
                assertThat(permissions.allows(DILEK, permission, situation.tree().subject(place)))
                        .as("%s at %d of %s", permission, place, situation)
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = 300)
    void another_role_never_changes_anything_above_or_beside_where_it_is_held(
            @ForAll("situations") Situation situation) {
        if (situation.held().isEmpty()) {
            return;
        }
        Held last = situation.held().getLast();
        var without =
                new Situation(
                        situation.tree(), situation.held().subList(0, situation.held().size() - 1));
        Permissions after = permissions(situation);
        Permissions before = permissions(without);
        for (int place = 0; place < situation.tree().above().size(); place++) {
            Subject subject = situation.tree().subject(place);
            boolean isOutside =
                    place != last.place() && !situation.tree().isAbove(last.place(), place);
            for (Permission permission : Permission.values()) {
                boolean was = before.allows(DILEK, permission, subject);
                boolean is = after.allows(DILEK, permission, subject);
                assertThat(is || !was).as("more roles never take anything away").isTrue();
                if (isOutside) {
                    assertThat(is)
                            .as("%s at %d of %s", permission, place, situation)
                            .isEqualTo(was);
                }
            }
        }
    }

    @Property(tries = 200)
    void keys_open_exactly_what_may_be_read_where_it_is_held(
            @ForAll("situations") Situation situation) {
        Set<Subject> keys = permissions(situation).keysOf(DILEK);
        for (int place = 0; place < situation.tree().above().size(); place++) {
            Subject subject = situation.tree().subject(place);
            assertThat(keys.contains(subject))
                    .isEqualTo(permissions(situation).allows(DILEK, Permission.READ, subject));
        }
    }

    private static final class NobodyLeft implements Departures {

        @Override
        public Set<MemberId> gone(Collection<MemberId> some) {
            return Set.of();
        }

        @Override
        public Map<MemberId, LocalDate> staying(Collection<MemberId> some) {
            return Map.of();
        }
    }

    private static Permissions permissions(Situation situation) {
        GrantSource source =
                new GrantSource() {
                    @Override
                    public List<Grant> grantsOf(MemberId member) {
                        return situation.held().stream()
                                .map(held ->
                                        new Grant(
                                                held.role(),
                                                situation.tree().subject(held.place()),
                                                new Reason("TEST")))
                                .toList();
                    }

                    @Override
                    public List<Holder> holdersAt(Set<Subject> subjects) {
                        return List.of();
                    }
                };
        var places =
                new PretendType(
                        "place",
                        subject ->
                                situation
                                        .tree()
                                        .scope((int) subject.id().getLeastSignificantBits()));
        return new Permissions(
                providing(source),
                new SubjectTypes(providing(places)),
                providing(),
                new NobodyLeft(),
                () -> LocalDate.of(2027, 1, 1),
                PretendStandstill.never());
    }

    @SafeVarargs
    private static <T> ObjectProvider<T> providing(T... things) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return things[0];
            }

            @Override
            public Stream<T> stream() {
                return Stream.of(things);
            }

            @Override
            public Stream<T> orderedStream() {
                return Stream.of(things);
            }
        };
    }
}
