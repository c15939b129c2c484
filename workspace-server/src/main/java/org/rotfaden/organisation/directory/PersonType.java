package org.rotfaden.organisation.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.association.TypedWords;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.units.UnitType;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A member stands below her home units.
@Component
@Order(60)
public class PersonType implements SubjectType {

    public static final String PLACE = "personen";

    private final Members members;
    private final Memberships memberships;
    private final Directory directory;
    private final UnitType units;

    PersonType(Members members, Memberships memberships, Directory directory, UnitType units) {
        this.members = members;
        this.memberships = memberships;
        this.directory = directory;
        this.units = units;
    }

    @Override
    public String type() {
        return MemberId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Menschen", "people");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "members";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        var member = new MemberId(subject.id());
        return members.find(member).map(_ -> Scope.of(subject, above(member)));
    }

    /// What happens to somebody, her log-ins among it, is for herself, be it only how much.
    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return subject.equals(reader.subject());
    }

    /// Whoever comes across what belongs to somebody reads her name.
    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return members.find(new MemberId(subject.id())).map(this::named);
    }

    @Override
    public List<Named> find(Collection<Subject> subjects, MemberId reader) {
        return members
                .some(subjects.stream().map(one -> new MemberId(one.id())).toList())
                .values()
                .stream()
                .map(this::named)
                .toList();
    }

    /// Her page is for those who may know of her.
    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return members.findBySlug(name)
                .filter(member -> directory.maySee(reader, member.id()))
                .map(this::named);
    }

    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        return directory.named(reader, TypedWords.of(typed), most);
    }

    /// What one may do with people stands where they belong.
    @Override
    public List<Permission> questions() {
        return List.of();
    }

    private Named named(Member member) {
        return named(member.id().subject(), member.name(), member.slug(), "");
    }

    /// As everywhere the trees come before the member's row.
    @Override
    public void hold(Subject subject) {
        units.hold(subject);
        members.hold(new MemberId(subject.id()));
    }

    /// What is one's own one opens to others oneself, nobody else.
    @Override
    public Permission authority() {
        return Permission.ACT_FOR;
    }

    private Set<Subject> above(MemberId member) {
        Set<Subject> above = new HashSet<>(Set.of(Subject.ASSOCIATION));
        memberships
                .current(member)
                .forEach(home -> {
                    above.add(home.unit().subject());
                    above.addAll(units.above(home.unit()));
                });
        return above;
    }
}
