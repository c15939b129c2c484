package org.rotfaden.ui.motions;

import java.util.HashMap;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;

/// Whose motions are, and who began them, by name; each name is looked up once for a list.
final class Names {

    private final SubjectTypes types;
    private final Members members;
    private final MemberId reader;
    private final String unknownGroup;
    private final Map<Subject, String> ownerNames = new HashMap<>();
    private final Map<MemberId, String> authorNames = new HashMap<>();

    Names(SubjectTypes types, Members members, MemberId reader, String unknownGroup) {
        this.types = types;
        this.members = members;
        this.reader = reader;
        this.unknownGroup = unknownGroup;
    }

    String ownerOf(MotionSummary motion) {
        return ownerNames.computeIfAbsent(
                motion.owner(),
                owner -> types.find(owner, reader).map(Named::name).orElse(unknownGroup));
    }

    String authorOf(MotionSummary motion) {
        return authorNames.computeIfAbsent(
                motion.author(), id -> members.find(id).map(Member::name).orElse(""));
    }
}
