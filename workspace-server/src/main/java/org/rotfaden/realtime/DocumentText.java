package org.rotfaden.realtime;

import java.util.List;
import java.util.stream.Collectors;
import org.rotfaden.crdt.Run;

/// The words of a live document at one moment, each part as the operations of a Delta.
public record DocumentText(List<Run> title, List<Run> text, List<Run> reason) {

    /// The title as plain text on one line; line breaks, which merges can leave in it, are spaces.
    public String plainTitle() {
        return plain(title);
    }

    static String plain(List<Run> title) {
        return title.stream()
                .map(Run::insert)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining())
                .replaceAll("\\R", " ")
                .strip();
    }
}
