package org.rotfaden.organisation.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.association.TypedWords;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.Sight;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Typed;
import org.springframework.stereotype.Service;

/// Finds units, bodies, groups and people, as far as whoever looks may know of them. Who is in
/// office, every member sees; others are seen by those who may see names where they belong.
@Service
public class Directory {

    private static final Set<String> FOUND_HERE =
            Set.of(UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT, MemberId.SUBJECT);

    private final SubjectTypes types;
    private final PlaceRows belonging;
    private final PeopleRows people;
    private final Members members;
    private final Structures structures;
    private final Permissions permissions;

    Directory(
            SubjectTypes types,
            PlaceRows belonging,
            PeopleRows people,
            Members members,
            Structures structures,
            Permissions permissions) {
        this.types = types;
        this.belonging = belonging;
        this.people = people;
        this.members = members;
        this.structures = structures;
        this.permissions = permissions;
    }

    /// What has words that begin so in its name: units, then bodies, groups and people. Where there
    /// is more than asked for, each kind gets its share.
    ///
    /// @param typed beginnings of words, whatever their case and accents; at least two letters
    public List<Named> find(MemberId by, String typed, int most) {
        return types.choices(
                type -> FOUND_HERE.contains(type.type()), Typed.exactly(typed), by, most);
    }

    /// People in sight whose names have words that begin so.
    public List<Member> people(MemberId by, String typed, int most) {
        return named(by, TypedWords.of(typed), most).stream()
                .flatMap(found -> members.find(new MemberId(found.subject().id())).stream())
                .toList();
    }

    List<Named> named(MemberId by, TypedWords words, int most) {
        return words.saysTooLittle() || permissions.hasLeft(by)
                ? List.of()
                : people.named(words, sight(by), belongs(by), most);
    }

    /// Where somebody belongs, the nearest first. Whoever has left belongs nowhere.
    public List<Belonging> placesOf(MemberId member) {
        return permissions.hasLeft(member) ? List.of() : belonging.of(member);
    }

    /// Whether somebody may know of a person. Whoever may not sees nothing that differs from there
    /// being nobody.
    boolean maySee(MemberId by, MemberId person) {
        return !visible(by, List.of(person)).isEmpty();
    }

    /// Those of some people of whom somebody may know.
    public Set<MemberId> visible(MemberId by, Collection<MemberId> some) {
        return some.isEmpty() ? Set.of() : people.inSight(some, sight(by), belongs(by));
    }

    /// Those of some holders of offices whose names somebody may read in the record of a body: all
    /// of them, former ones too, for whoever belongs to the association.
    public Set<MemberId> onRecord(MemberId by, Collection<MemberId> holders) {
        return belongs(by) ? Set.copyOf(holders) : visible(by, holders);
    }

    /// What somebody may see of a person.
    ///
    /// @return nothing when there is nobody at this address of whom she may know
    public Optional<Person> person(MemberId by, String slug) {
        return members.findBySlug(slug)
                .filter(member -> maySee(by, member.id()))
                .map(member -> seen(by, member));
    }

    private Person seen(MemberId by, Member member) {
        Sight sight = sight(by);
        return new Person(
                member.id(),
                member.name(),
                member.slug(),
                people.officesOf(member.id()),
                people.homesOf(member.id(), sight).stream().map(structures.current()::get).toList(),
                people.groupsOf(member.id(), sight));
    }

    private boolean belongs(MemberId by) {
        return permissions.keysOf(by).contains(Subject.EVERYBODY);
    }

    private Sight sight(MemberId by) {
        return Sight.of(by, permissions.grantsOf(by), Permission.SEE_MEMBERS, structures.current());
    }
}
