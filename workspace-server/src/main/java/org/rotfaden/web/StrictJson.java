package org.rotfaden.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// What nothing behind could take is refused while it is read: what is said twice, gaps in lists,
/// characters and days that a database has not.
@Configuration
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer refuseWhatCannotBeKept() {
        return json ->
                json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .changeDefaultNullHandling(
                                _ -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                        .addModule(
                                new SimpleModule("strict")
                                        .addDeserializer(String.class, new StorableText())
                                        .addDeserializer(LocalDate.class, new StorableDay()));
    }

    private static final class StorableText extends StringDeserializer {

        /// A database has no NUL, and nothing has half a character.
        private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\p{Cs}]");

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (UNSTORABLE.matcher(text).find()) {
                throw context.weirdStringException(text, String.class, "cannot be stored");
            }
            return text;
        }
    }

    private static final class StorableDay extends StdScalarDeserializer<LocalDate> {

        private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{3}-\\d\\d-\\d\\d");

        StorableDay() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            try {
                if (SHAPE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException noSuchDay) {
                throw noDay(text, context);
            }
            throw noDay(text, context);
        }

        private static DatabindException noDay(String text, DeserializationContext context) {
            return context.weirdStringException(text, LocalDate.class, "is no day");
        }
    }
}
