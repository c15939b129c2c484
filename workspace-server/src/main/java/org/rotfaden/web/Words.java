package org.rotfaden.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What people read stands beside the code that says it: each package has `words.properties` in
/// German and `words_en.properties` in English. Here all of them become one.
@Configuration
class Words {

    private static final String ROOT = "org/rotfaden/";
    private static final String NAME = "words";

    @Bean
    MessageSource messageSource() {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasenames(places());
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private static String[] places() {
        try {
            return Stream.of(
                            new PathMatchingResourcePatternResolver()
                                    .getResources(
                                            "classpath*:%s**/%s.properties".formatted(ROOT, NAME)))
                    .map(Words::place)
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String place(Resource words) {
        try {
            String address = words.getURL().toString();
            int end = address.lastIndexOf(".properties");
            return "classpath:" + address.substring(address.lastIndexOf(ROOT), end);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
