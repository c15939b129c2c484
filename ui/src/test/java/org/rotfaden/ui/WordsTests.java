package org.rotfaden.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
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

/// What people read stands beside the pages in two languages; sentences on what is refused come
/// from the server, with which programs are told the same.
class WordsTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String FROM_THE_SERVER = "problem.";
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
        said.removeIf(key -> key.startsWith(FROM_THE_SERVER));
        assertThat(said).isEmpty();
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
        try (Stream<Path> files = Files.walk(RESOURCES)) {
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
        return bundle;
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
