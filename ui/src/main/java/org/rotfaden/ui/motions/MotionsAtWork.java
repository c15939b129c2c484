package org.rotfaden.ui.motions;

import java.util.Locale;
import java.util.Set;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.GrantCorrections;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.WhyNot;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// What the page of a motion needs to show whose it is and to change that.
@Component
record MotionsAtWork(
        Motions motions,
        SubjectTypes types,
        ExplicitGrants grants,
        GrantCorrections grantCorrections,
        Members members,
        Directory directory,
        Permissions permissions,
        Sentences sentences,
        WhyNot whyNot,
        Today today) {

    private static final Set<String> PLACES =
            Set.of(UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT);

    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }

    Decision mayWrite(MotionSummary motion, MemberId reader) {
        return permissions.decide(reader, Permission.ACT_FOR, motion.id().subject());
    }

    /// @param unknown what it is called where the reader may not know
    MotionOwner ownerOf(MotionSummary motion, MemberId reader, String unknown) {
        boolean isPlace = PLACES.contains(motion.owner().type());
        return types.find(motion.owner(), reader)
                .map(owner ->
                        new MotionOwner(
                                owner.name(),
                                owner.path(),
                                isPlace ? PlaceTab.MOTIONS.path(owner.path()) : Paths.MOTIONS))
                .orElseGet(() -> new MotionOwner(unknown, "", Paths.MOTIONS));
    }

    /// By whom it was begun, and on what day.
    String begun(MotionSummary motion, Locale language) {
        return members.find(motion.author()).map(Member::name).orElse("")
                + ", "
                + When.dayInWords(motion.created(), language);
    }
}
