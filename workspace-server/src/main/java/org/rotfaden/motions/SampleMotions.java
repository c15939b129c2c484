package org.rotfaden.motions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The motions of the sample association.
@Component
public class SampleMotions {

    private static final String FILES = "classpath:sample/motions/*.md";

    private final Motions motions;

    SampleMotions(Motions motions) {
        this.motions = motions;
    }

    /// Drafts them all, the authors taking turns.
    public void draft(List<MemberId> authors) {
        List<String> texts = texts();
        for (int number = 0; number < texts.size(); number++) {
            MemberId author = authors.get(number % authors.size());
            motions.draft(
                    new DraftMotion(
                            author, Subject.ASSOCIATION, MotionMarkdown.read(texts.get(number))));
        }
    }

    private static List<String> texts() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(
                            Comparator.comparing(
                                    Resource::getFilename,
                                    Comparator.nullsFirst(Comparator.naturalOrder())))
                    .map(SampleMotions::text)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
