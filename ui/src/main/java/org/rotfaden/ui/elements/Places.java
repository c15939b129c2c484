package org.rotfaden.ui.elements;

import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// Knows which pages there are for whom.
@Component
public class Places {

    private final Permissions permissions;

    Places(Permissions permissions) {
        this.permissions = permissions;
    }

    public List<Place> of(MemberId member) {
        return Stream.of(Place.values()).filter(place -> isFor(member, place)).toList();
    }

    private boolean isFor(MemberId member, Place place) {
        return switch (place) {
            case START, MOTIONS, ACCOUNT -> true;
            case ASSOCIATION, UNITS, GROUPS, RIGHTS -> !permissions.hasLeft(member);
            case MEMBERS -> may(member, Permission.ADMINISTER_MEMBERS);
            case SETTINGS -> may(member, Permission.ADMINISTER);
            case OPERATION -> may(member, Permission.OPERATE);
        };
    }

    private boolean may(MemberId member, Permission permission) {
        return permissions.allows(member, permission, Subject.ASSOCIATION);
    }
}
