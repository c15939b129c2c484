package org.rotfaden.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// What nothing behind could take is refused while it is read: gaps in lists, characters and days
/// that a database has not.
@Configuration
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer refuseWhatCannotBeKept() {
        return json ->
                json.changeDefaultNullHandling(_ -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                        .addModule(
                                new SimpleModule("strict")
                                        .addDeserializer(String.class, new StorableText())
                                        .addDeserializer(LocalDate.class, new StorableDay()));
    }

    private static final class StorableText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text.indexOf('\0') >= 0) {
                throw context.weirdStringException(text, String.class, "has a NUL");
            }
            return text;
        }
    }

    private static final class StorableDay extends LocalDateDeserializer {

        private static final int LAST_YEAR = 9999;

        StorableDay() {
            super(DateTimeFormatter.ISO_LOCAL_DATE);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            LocalDate day = super.deserialize(parser, context);
            if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
                throw context.weirdStringException(
                        day.toString(), LocalDate.class, "has a year of more than four digits");
            }
            return day;
        }
    }
}
