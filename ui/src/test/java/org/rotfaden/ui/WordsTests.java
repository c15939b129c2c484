package org.rotfaden.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

/// What people read stands in two languages beside the code that says it, in the pages and in the
/// server.
class WordsTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<Path> RESOURCES =
            List.of(
                    Path.of("src/main/resources"),
                    Path.of("../workspace-server/src/main/resources"));
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"[,)]");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *///.*$");

    private final Properties german = bundle(".properties");
    private final Properties english = bundle("_en.properties");

    @Test
    void whatever_can_be_read_in_one_language_can_be_read_in_the_other() {
        assertThat(english.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
        assertThat(german).hasSizeGreaterThan(500);
    }

    @Test
    void both_languages_say_as_much_with_as_many_values() {
        var different = new TreeMap<String, String>();
        for (String key : german.stringPropertyNames()) {
            String here = german.getProperty(key);
            String there = english.getProperty(key, "");
            if (here.isBlank() != there.isBlank() || !values(here).equals(values(there))) {
                different.put(key, here + " / " + there);
            }
        }
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".properties", "_en.properties"})
    void every_sentence_can_be_put_together(String ending) {
        Properties words = bundle(ending);
        assertThat(words.stringPropertyNames())
                .allSatisfy(key -> new MessageFormat(words.getProperty(key), Locale.ROOT));
    }

    @Test
    void what_the_pages_say_stands_in_the_bundles() {
        Set<String> said = keysInCode();
        assertThat(said).hasSizeGreaterThan(300);
        said.removeAll(german.stringPropertyNames());
        assertThat(said).isEmpty();
    }

    /// The audit trail shows codes by it that a later version wrote.
    @Test
    void what_has_no_words_shows_its_key() {
        var words = new PageWords(new StaticMessageSource());
        assertThat(words.getTranslation("operation.subject.heft", Locale.GERMAN))
                .isEqualTo("operation.subject.heft");
    }

    private static Set<String> keysInCode() {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            var keys = new TreeSet<String>();
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTests::read)
                    .forEach(code ->
                            KEY_IN_CODE
                                    .matcher(COMMENT.matcher(code).replaceAll(""))
                                    .results()
                                    .map(found -> found.group(1))
                                    .forEach(keys::add));
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The numbers of the values that are put in.
    private static Set<String> values(String words) {
        var values = new HashSet<String>();
        Pattern.compile("\\{(\\d+)")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .forEach(values::add);
        return values;
    }

    /// All words of a language. None stands twice, nor in two packages.
    private static Properties bundle(String ending) {
        var bundle = new Properties();
        RESOURCES.forEach(root -> read(root, ending, bundle));
        return bundle;
    }

    private static void read(Path root, String ending, Properties bundle) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.getFileName().toString().equals("words" + ending))
                    .forEach(file ->
                            words(file)
                                    .forEach((key, words) -> {
                                        assertThat(bundle.put(key, words))
                                                .as("%s twice", key)
                                                .isNull();
                                    }));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties words(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var words = new Properties();
            words.load(text);
            assertThat(words).as("%s", file).hasSize(Files.readAllLines(file).size());
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
