package org.rotfaden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.association.Term;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.security.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A new type of things signs in with one class, [SlipType], and has rights, invitations, a name, a
/// page, and is found.
@WorkspaceTest
class NewTypeTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private SlipType slips;
    @Autowired private SubjectTypes types;
    @Autowired private Permissions permissions;
    @Autowired private ExplicitGrants grants;
    @Autowired private Today today;

    private Cast cast;
    private Subject slip;

    @BeforeEach
    void a_slip_of_a_board() {
        cast = Cast.assemble(workspace);
        slip = slips.write("Einkauf", cast.board.subject());
    }

    @Test
    void who_may_do_what_follows_from_whose_it_is() {
        assertThat(may(Part.ASSESSOR, Permission.ACT_FOR)).isTrue();
        assertThat(may(Part.RESTING, Permission.TAKE_PART)).isFalse();
        assertThat(may(Part.RESTING, Permission.READ)).isTrue();
        assertThat(may(Part.MEMBER, Permission.READ)).isFalse();
    }

    @Test
    void who_administers_its_owner_invites_others_to_it() {
        MemberId guest = cast.id(Part.MEMBER);
        grants.give(
                cast.id(Part.CHAIR),
                new NewGrant(guest, Role.WRITER, slip, Term.since(today.date())));
        assertThat(may(Part.MEMBER, Permission.TAKE_PART)).isTrue();
        assertThat(may(Part.GROUP_HOST, Permission.READ)).isFalse();
    }

    @Test
    void it_has_a_name_and_a_page_for_those_who_may_know_of_it() {
        MemberId reader = cast.id(Part.ASSESSOR);
        MemberId stranger = cast.id(Part.MEMBER);
        var named = new Named(slip, "Einkauf", "zettel/einkauf", "");
        assertThat(types.find(slip, reader)).contains(named);
        assertThat(types.named("zettel/einkauf", reader)).contains(named);
        assertThat(types.choices(type -> type.equals(slips), Typed.exactly("Eink"), reader, 5))
                .contains(named);
        assertThat(types.find(slip, stranger)).isEmpty();
        assertThat(types.named("zettel/einkauf", stranger)).isEmpty();
        assertThat(types.choices(type -> type.equals(slips), Typed.exactly("Eink"), stranger, 5))
                .isEmpty();
        assertThat(types.at("zettel/einkauf").orElseThrow().names().in(Locale.GERMAN))
                .isEqualTo("Zettel");
    }

    /// Screens and programs follow it by the same answer.
    @Test
    void who_may_not_read_it_does_not_know_that_it_is_there() {
        assertThat(types.isSeenBy(cast.id(Part.ASSESSOR), slip)).isTrue();
        assertThat(types.isSeenBy(cast.id(Part.MEMBER), slip)).isFalse();
    }

    private boolean may(Part part, Permission permission) {
        return permissions.allows(cast.id(part), permission, slip);
    }
}
