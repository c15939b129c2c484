package org.rotfaden.ui.elements;

import com.samskivert.mustache.Mustache;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Pages of plain HTML, for whoever is not logged in: the server keeps nothing of them, and they
/// are there before any script is.
@Component
public class PlainPages {

    private final Mustache.Compiler templates =
            Mustache.compiler().withLoader(PlainPages::open).emptyStringIsFalse(true);
    private final PageDress dress;
    private final I18NProvider words;
    private final AssociationName association;

    PlainPages(PageDress dress, I18NProvider words, AssociationName association) {
        this.dress = dress;
        this.words = words;
        this.association = association;
    }

    /// Fills in a template. Besides its content it knows `{{#say}}key{{/say}}`, the words in the
    /// reader's language, `{{association}}` and `{{logo}}`.
    public void write(
            String template,
            Map<String, Object> content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var known = new HashMap<>(content);
        known.put("association", association.toString());
        known.put("logo", association.logo().isPresent());
        Mustache.Lambda say = (key, out) -> out.write(Entities.escape(say(request, key.execute())));
        known.put("say", say);
        Document page = Jsoup.parse(templates.loadTemplate(template).execute(known));
        page.outputSettings().prettyPrint(false);
        dress.put(page, request);
        String nonce = Nonces.next();
        page.select("style").attr("nonce", nonce);
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(page.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    /// The words of a key in the reader's language.
    public String say(HttpServletRequest request, String key, Object... parameters) {
        return words.getTranslation(key, Language.of(request).locale(), parameters);
    }

    private static String policy(String nonce) {
        return "default-src 'self'; style-src 'self' 'nonce-"
                + nonce
                + "'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors"
                + " 'none'";
    }

    private static InputStreamReader open(String template) {
        try {
            return new InputStreamReader(
                    new ClassPathResource("templates/" + template + ".html").getInputStream(),
                    StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
