package org.rotfaden.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A type of subjects: motions, units, people. All that others need to know of it stands in one
/// class, which whoever owns the type contributes as a component: what its subjects are called,
/// where their pages are, where they belong, who may know of them, and how they are found.
///
/// Rights, pages of rights, live topics, the palette and the names of owners follow from that.
public interface SubjectType {

    /// The [Subject#type] this one answers for.
    String type();

    /// What its subjects are called, in both languages.
    TypeNames names();

    /// The first step of the addresses of their pages, for example `antraege`.
    String place();

    /// The name of the picture that stands for it.
    String icon();

    /// Where a subject belongs; nothing when there is no such subject.
    Optional<Scope> scopeOf(Subject subject);

    /// Whether somebody may know that a subject is there, and of what happens to it. Of one that is
    /// not there nobody may.
    boolean isSeenBy(MemberId reader, Subject subject);

    /// A subject by a name that says enough on its own, for whoever came across it.
    ///
    /// @return nothing when there is none of which the reader may know
    Optional<Named> find(Subject subject, MemberId reader);

    /// Those of some subjects of this type of which a reader may know, in no order. A type that
    /// reads them from somewhere reads them at once.
    default List<Named> find(Collection<Subject> subjects, MemberId reader) {
        return subjects.stream().flatMap(subject -> find(subject, reader).stream()).toList();
    }

    /// The subject whose page has this address.
    ///
    /// @param name what stands behind the [#place]
    /// @return nothing when there is none of which the reader may know
    Optional<Named> at(String name, MemberId reader);

    /// What a reader may look for by some words, the best first.
    ///
    /// @param typed what she typed so far; nothing before that, where something may be suggested
    default List<Named> choices(Typed typed, MemberId reader, int most) {
        return List.of();
    }

    /// What one asks about rights at such a subject; nothing where there is no page for that.
    default List<Permission> questions() {
        return List.of(Permission.READ, Permission.ACT_FOR);
    }

    /// Which roles are given by hand at such a subject.
    default List<Role> givenByHand() {
        return List.of(Role.WRITER, Role.READER);
    }

    /// Keeps what lies above a subject as it is until the current transaction ends.
    default void hold(Subject subject) {
        // what lies above most subjects never changes
    }

    /// Goes on only with a subject at which roles can still be given.
    ///
    /// @throws BrokenRule with one of which only the history is left
    default void expectCurrent(Subject subject) {
        // most subjects never end
    }

    /// Whether somebody can be made an administrator of such a subject. What lies below a unit is
    /// administered with the unit: whoever could change an executive committee alone could make
    /// herself chair of the unit.
    default boolean hasAdministrators() {
        return false;
    }

    /// What whoever invites others to read or write such a subject needs to be allowed.
    default Permission authority() {
        return Permission.ADMINISTER;
    }

    /// Who began a subject, whom it concerns when others go on with it.
    default Optional<MemberId> begunBy(Subject subject) {
        return Optional.empty();
    }

    /// How members talk about its subjects.
    default Discussed discussed() {
        return Discussed.NEVER;
    }

    /// What one needs to be allowed to talk about a subject.
    default Permission discussing(Subject subject) {
        return Permission.TAKE_PART;
    }

    /// A subject of this type with its page.
    ///
    /// @param slug what stands behind the [#place] in the page's address
    default Named named(Subject subject, String name, String slug, String about) {
        return new Named(subject, name, place() + "/" + slug, about);
    }
}
