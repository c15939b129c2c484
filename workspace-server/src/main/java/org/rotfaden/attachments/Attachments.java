package org.rotfaden.attachments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Files of anything. A feature claims what a member uploaded, in the transaction in which it makes
/// what holds them.
@Service
public class Attachments {

    private final AttachmentRows rows;
    private final AttachmentLimits limits;
    private final ObjectProvider<AttachmentHolders> holders;

    Attachments(
            AttachmentRows rows,
            AttachmentLimits limits,
            ObjectProvider<AttachmentHolders> holders) {
        this.rows = rows;
        this.limits = limits;
        this.holders = holders;
    }

    /// A file that somebody may read: her own unclaimed one, or one of what she may read.
    public Optional<Attachment> find(MemberId reader, AttachmentId id) {
        return rows.find(id).filter(file -> isReadable(reader, file));
    }

    /// The same.
    ///
    /// @throws org.rotfaden.security.BrokenRule ATTACHMENT_NOT_FOUND when there is none
    public Attachment get(MemberId reader, AttachmentId id) {
        return find(reader, id).orElseThrow(AttachmentObjection.ATTACHMENT_NOT_FOUND::raised);
    }

    private boolean isReadable(MemberId reader, Attachment file) {
        Subject holder = file.holder();
        return holder == null
                ? file.owner().equals(reader)
                : holders.orderedStream()
                        .filter(type -> type.type().equals(holder.type()))
                        .anyMatch(type -> type.isReadable(reader, holder));
    }

    /// What some things hold, each in the order in which it was claimed; for those who may read
    /// them.
    public Map<Subject, List<Attachment>> at(Collection<Subject> asked) {
        Map<Subject, List<Attachment>> held =
                rows.heldBy(asked).stream()
                        .collect(groupingBy(file -> Objects.requireNonNull(file.holder())));
        return Set.copyOf(asked).stream()
                .collect(toMap(Function.identity(), one -> held.getOrDefault(one, List.of())));
    }

    /// All that somebody uploaded and that is still there, the oldest first; for herself.
    public List<Attachment> ofMember(MemberId owner) {
        return rows.ofMember(owner);
    }

    /// Gives something files that are somebody's own and unclaimed, all of them or none.
    ///
    /// @throws org.rotfaden.security.BrokenRule ATTACHMENT_NOT_FOUND, TOO_MANY_ATTACHMENTS
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(Collection<AttachmentId> ids, MemberId by, Subject holder) {
        Set<AttachmentId> files = new LinkedHashSet<>(ids);
        if (files.isEmpty()) {
            return;
        }
        rows.hold(holder);
        int held = rows.countAt(holder);
        if (held + files.size() > limits.ofOneHolder()) {
            throw AttachmentObjection.TOO_MANY_ATTACHMENTS.raised(limits.ofOneHolder());
        }
        List<AttachmentId> given = List.copyOf(files);
        for (AttachmentId file : inOneOrder(files)) {
            if (!rows.claim(file, by, holder, held + given.indexOf(file))) {
                throw AttachmentObjection.ATTACHMENT_NOT_FOUND.raised();
            }
        }
    }

    /// Two who claim the same files wait for each other in one direction.
    private static List<AttachmentId> inOneOrder(Collection<AttachmentId> files) {
        return files.stream().sorted(Comparator.comparing(AttachmentId::value)).toList();
    }

    /// Removes all that something holds.
    @Transactional
    public void remove(Subject holder) {
        rows.remove(holder);
    }

    /// Removes a file of one's own that nothing holds.
    ///
    /// @throws org.rotfaden.security.BrokenRule ATTACHMENT_NOT_FOUND, ATTACHMENT_IN_USE
    @Transactional
    public void discard(MemberId by, AttachmentId id) {
        if (rows.removeUnclaimed(id, by)) {
            return;
        }
        throw find(by, id).isPresent()
                ? AttachmentObjection.ATTACHMENT_IN_USE.raised()
                : AttachmentObjection.ATTACHMENT_NOT_FOUND.raised();
    }
}
