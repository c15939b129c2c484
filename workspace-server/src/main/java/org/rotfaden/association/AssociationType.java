package org.rotfaden.association;

import java.util.List;
import java.util.Optional;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The association lies below nothing. Whoever belongs to it sees it.
@Component
@Order(10)
public class AssociationType implements SubjectType {

    public static final String PLACE = "verband";

    private final Associations associations;
    private final Permissions permissions;

    AssociationType(Associations associations, Permissions permissions) {
        this.associations = associations;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return Subject.ASSOCIATION.type();
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Verbände", "associations");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "association";
    }

    @Override
    public Optional<Scope> scopeOf(Subject subject) {
        return Optional.of(Scope.open(subject, List.of()));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return subject.equals(Subject.ASSOCIATION) && !permissions.hasLeft(reader);
    }

    /// Its name is no secret; its page is not for everybody who reads the name.
    @Override
    public Optional<Named> find(Subject subject, MemberId reader) {
        return Optional.of(named(""));
    }

    /// Its page is the place itself.
    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return name.isEmpty() ? Optional.of(named(PLACE)) : Optional.empty();
    }

    private Named named(String path) {
        return new Named(Subject.ASSOCIATION, associations.name(), path, "");
    }

    @Override
    public List<Permission> questions() {
        return List.of(
                Permission.READ,
                Permission.ACT_FOR,
                Permission.FOUND_GROUPS,
                Permission.SEE_MEMBERS,
                Permission.ADMINISTER_MEMBERS,
                Permission.ADMINISTER,
                Permission.OPERATE);
    }

    @Override
    public List<Role> givenByHand() {
        return List.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.WRITER);
    }

    @Override
    public boolean hasAdministrators() {
        return true;
    }
}
