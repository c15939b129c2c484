package org.rotfaden.motions;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.realtime.Writing;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Service;

/// Which motions are written just now, and by whom.
@Service
public class MotionsUnderway {

    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    /// A motion that is written.
    ///
    /// @param writers other members than the reader, whoever wrote last first
    public record Underway(MotionSummary motion, List<MemberId> writers, Instant last) {}

    private final MotionCatalogue catalogue;
    private final LiveDocuments documents;
    private final Clock clock;

    MotionsUnderway(MotionCatalogue catalogue, LiveDocuments documents, Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.clock = clock;
    }

    /// The motions that others write and a reader may read, the one that changed last first.
    public List<Underway> forReader(MemberId reader, int most) {
        Instant since = clock.instant().minus(JUST_NOW);
        List<MotionSummary> changed =
                catalogue.list(MotionQuery.ALL, reader, most).stream()
                        .filter(motion -> motion.changed().isAfter(since))
                        .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<DocumentId, List<Writing>> writings =
                documents
                        .writings(changed.stream().map(MotionSummary::document).toList(), since)
                        .stream()
                        .filter(writing -> !writing.writer().equals(reader))
                        .collect(groupingBy(Writing::document));
        return changed.stream()
                .flatMap(motion ->
                        Optional.ofNullable(writings.get(motion.document())).stream()
                                .map(written -> underway(motion, written)))
                .toList();
    }

    private static Underway underway(MotionSummary motion, List<Writing> writings) {
        return new Underway(
                motion,
                writings.stream().map(Writing::writer).toList(),
                writings.getFirst().last());
    }
}
