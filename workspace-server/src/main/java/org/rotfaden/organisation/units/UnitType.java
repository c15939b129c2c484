package org.rotfaden.organisation.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rotfaden.association.TypedWords;
import org.rotfaden.security.Discussed;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A unit lies below the units above it and the association; what it writes every member may read.
@Component
@Order(30)
public class UnitType implements SubjectType {

    public static final String PLACE = "gliederungen";

    private final Structures structures;
    private final UnitIndex index;
    private final Permissions permissions;

    UnitType(Structures structures, UnitIndex index, Permissions permissions) {
        this.structures = structures;
        this.index = index;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return UnitId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Gliederungen", "units");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "units";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        var unit = new UnitId(subject.id());
        return structures.current().find(unit).map(_ -> Scope.open(subject, above(unit)));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return structures.current().find(new UnitId(subject.id())).isPresent()
                && !permissions.hasLeft(reader);
    }

    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return structures.current().find(new UnitId(subject.id())).map(this::named);
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return structures.current().find(name).map(this::named);
    }

    /// Those higher up first.
    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        TypedWords words = TypedWords.of(typed);
        return words.saysTooLittle() || permissions.hasLeft(reader)
                ? List.of()
                : index.find(words, most).stream().map(this::named).toList();
    }

    /// A unit by its name, its kind and what it is below.
    public Named named(Unit unit) {
        String above = unit.above().flatMap(structures.current()::find).map(Unit::name).orElse("");
        String about = above.isEmpty() ? unit.kind() : unit.kind() + " · " + above;
        return named(unit.id().subject(), unit.name(), unit.slug(), about);
    }

    @Override
    public List<Permission> questions() {
        return List.of(
                Permission.READ,
                Permission.ACT_FOR,
                Permission.SEE_MEMBERS,
                Permission.ADMINISTER_MEMBERS,
                Permission.ADMINISTER);
    }

    @Override
    public List<Role> givenByHand() {
        return List.of(Role.ADMINISTRATOR, Role.WRITER);
    }

    @Override
    public boolean hasAdministrators() {
        return true;
    }

    @Override
    public void hold(Subject subject) {
        structures.hold();
    }

    /// @throws org.rotfaden.security.BrokenRule UNIT_ENDED when it is over
    @Override
    public void expectCurrent(Subject subject) {
        structures.current().getCurrent(new UnitId(subject.id()));
    }

    /// What lies above a unit: the units above it and the association.
    public List<Subject> above(UnitId unit) {
        List<Subject> above = new ArrayList<>();
        structures.current().above(unit).forEach(higher -> above.add(higher.id().subject()));
        above.add(Subject.ASSOCIATION);
        return above;
    }

    @Override
    public Discussed discussed() {
        return Discussed.BY_TITLE;
    }
}
