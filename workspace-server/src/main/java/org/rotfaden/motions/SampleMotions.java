package org.rotfaden.motions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The motions of the sample association.
@Component
public class SampleMotions {

    /// So that not all were begun at the same time of the day.
    private static final long MINUTES_APART = 37;

    private final Motions motions;
    private final JdbcClient jdbc;

    SampleMotions(Motions motions, JdbcClient jdbc) {
        this.motions = motions;
        this.jdbc = jdbc;
    }

    /// Drafts the motion that stands in a file, some days ago.
    @Transactional(propagation = Propagation.MANDATORY)
    public MotionSummary draft(String file, MemberId author, Subject owner, int daysAgo) {
        MotionSummary motion =
                motions.draft(new DraftMotion(author, owner, MotionMarkdown.read(text(file))));
        OffsetDateTime then =
                motion.created()
                        .minus(Duration.ofDays(daysAgo).plusMinutes(MINUTES_APART * daysAgo))
                        .atOffset(ZoneOffset.UTC);
        jdbc.sql("update motion set created_at = ?, changed_at = ?, listed_at = ? where id = ?")
                .params(then, then, then, motion.id().value())
                .update();
        return motion;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("sample/motions/" + file + ".md")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
