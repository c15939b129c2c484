package org.rotfaden.motions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The motions of the sample association.
@Component
public class SampleMotions {

    private final Motions motions;

    SampleMotions(Motions motions) {
        this.motions = motions;
    }

    /// Drafts the motion that stands in a file.
    public void draft(String file, MemberId author, Subject owner) {
        motions.draft(new DraftMotion(author, owner, MotionMarkdown.read(text(file))));
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
