package org.rotfaden.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Id;
import org.rotfaden.security.Ids;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Controllers take ids of their own types out of addresses; what is left empty there is none.
@Configuration
class IdsInAddresses implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new FromText());
    }

    private static final class FromText implements ConverterFactory<String, Id> {

        @Override
        public <I extends Id> Converter<String, @Nullable I> getConverter(Class<I> type) {
            return text -> text.isBlank() ? null : Ids.of(type, UUID.fromString(text.trim()));
        }
    }
}
