package org.rotfaden.ui.rights;

import static org.rotfaden.security.Permission.ACT_FOR;
import static org.rotfaden.security.Permission.ADMINISTER;
import static org.rotfaden.security.Permission.ADMINISTER_MEMBERS;
import static org.rotfaden.security.Permission.FOUND_GROUPS;
import static org.rotfaden.security.Permission.HOST;
import static org.rotfaden.security.Permission.OPERATE;
import static org.rotfaden.security.Permission.READ;
import static org.rotfaden.security.Permission.SEE_MEMBERS;

import java.util.List;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Role;

/// A kind of thing with a page of rights: which questions make sense for it, and which roles are
/// given by hand there.
@SuppressWarnings("ImmutableEnumChecker") // what List.of makes never changes
enum Kind {
    ASSOCIATION(
            List.of(
                    READ,
                    ACT_FOR,
                    FOUND_GROUPS,
                    SEE_MEMBERS,
                    ADMINISTER_MEMBERS,
                    ADMINISTER,
                    OPERATE),
            List.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.WRITER)),
    UNIT(
            List.of(READ, ACT_FOR, SEE_MEMBERS, ADMINISTER_MEMBERS, ADMINISTER),
            List.of(Role.ADMINISTRATOR, Role.WRITER)),
    BODY(List.of(READ, ACT_FOR, SEE_MEMBERS, ADMINISTER), List.of(Role.WRITER, Role.READER)),
    GROUP(List.of(READ, ACT_FOR, SEE_MEMBERS, HOST, ADMINISTER), List.of(Role.WRITER, Role.READER)),
    MOTION(List.of(READ, ACT_FOR), List.of(Role.WRITER, Role.READER));

    private final List<Permission> questions;
    private final List<Role> givenByHand;

    Kind(List<Permission> questions, List<Role> givenByHand) {
        this.questions = questions;
        this.givenByHand = givenByHand;
    }

    List<Permission> questions() {
        return questions;
    }

    List<Role> givenByHand() {
        return givenByHand;
    }
}
