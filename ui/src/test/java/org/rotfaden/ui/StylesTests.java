package org.rotfaden.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Type has six sizes and space one scale, both in `tokens.css`. Whatever else is needed has its
/// reason here.
class StylesTests {

    private static final Path STYLES = Path.of("src/main/resources/META-INF/resources/style");
    private static final Path EDITOR = Path.of("editor/src/editor.css");

    private static final Pattern TYPE =
            Pattern.compile("(?<![\\w-])font(?:-size)?:[^;{}]*?((?<![\\w.-])[\\d.]+(?:rem|px|em))");
    private static final Pattern SPACE =
            Pattern.compile(
                    "(?<![\\w-])(?:padding|margin|gap|row-gap|column-gap)(?:-[\\w-]+)?:([^;{}]*);");
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.-])-?[\\d.]+px");
    private static final Pattern FALLBACK = Pattern.compile("(var\\([\\w-]+), [^()]*\\)");

    /// Hairlines, the place of knots, signs and of what opens a branch, and room for the bar of
    /// phones.
    private static final Set<String> NO_STEPS =
            Set.of("1px", "-1px", "2px", "7px", "22px", "26px", "33px", "44px", "104px", "120px");

    @Test
    void type_has_six_sizes() {
        assertThat(found(TYPE, match -> List.of(match.group(1)))).containsOnly("0.85em");
    }

    @Test
    void space_has_one_scale() {
        Set<String> others =
                found(
                        SPACE,
                        match ->
                                LENGTH.matcher(match.group(1))
                                        .results()
                                        .map(MatchResult::group)
                                        .toList());
        others.removeAll(NO_STEPS);
        assertThat(others).isEmpty();
    }

    private interface Reading {
        List<String> of(MatchResult match);
    }

    private static Set<String> found(Pattern pattern, Reading reading) {
        var found = new TreeSet<String>();
        try (Stream<Path> styles = Files.list(STYLES)) {
            Stream.concat(styles, Stream.of(EDITOR))
                    .map(StylesTests::read)
                    .forEach(style ->
                            pattern.matcher(style)
                                    .results()
                                    .forEach(match -> found.addAll(reading.of(match))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    /// Without what holds only where there are no tokens.
    private static String read(Path style) {
        try {
            return FALLBACK.matcher(Files.readString(style)).replaceAll("$1)");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
