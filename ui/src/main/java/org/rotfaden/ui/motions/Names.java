package org.rotfaden.ui.motions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;

/// Whose motions of a list are, and who began them, by name; all are looked up at once.
final class Names {

    private final String unknownOwner;
    private final Map<Subject, String> owners;
    private final Map<MemberId, Member> authors;

    /// @param unknownOwner what stands for an owner of which the reader may not know
    Names(
            SubjectTypes types,
            Members members,
            MemberId reader,
            Collection<MotionSummary> motions,
            String unknownOwner) {
        this.unknownOwner = unknownOwner;
        List<Subject> subjects = motions.stream().map(MotionSummary::owner).distinct().toList();
        owners =
                types.find(subjects, reader).stream()
                        .collect(Collectors.toMap(Named::subject, Named::name));
        authors = members.some(motions.stream().map(MotionSummary::author).distinct().toList());
    }

    String ownerOf(MotionSummary motion) {
        return owners.getOrDefault(motion.owner(), unknownOwner);
    }

    String authorOf(MotionSummary motion) {
        Member author = authors.get(motion.author());
        return author == null ? "" : author.name();
    }
}
