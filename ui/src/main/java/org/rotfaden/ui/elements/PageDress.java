package org.rotfaden.ui.elements;

import jakarta.servlet.http.HttpServletRequest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.Associations;
import org.springframework.stereotype.Component;

/// What every page wears from its first byte on: the language and colours of the device, the
/// association's own colour, and where it is described as an app.
@Component
public class PageDress {

    /// Where the description as an app is, beside its icons.
    public static final String MANIFEST = "icons/rotfaden.webmanifest";

    /// The ground of light pages.
    public static final String LIGHT_PAPER = "#fbfaf8";

    private static final String DARK_PAPER = "#17181a";

    private final Associations associations;

    PageDress(Associations associations) {
        this.associations = associations;
    }

    public void put(Document page, HttpServletRequest request) {
        Scheme scheme = Scheme.of(request);
        Element root = page.child(0);
        root.attr("lang", Language.of(request).code());
        root.attr(Scheme.ATTRIBUTE, scheme.code());
        Element head = page.head();
        head.appendElement("link").attr("rel", "manifest").attr("href", MANIFEST);
        head.appendElement("link")
                .attr("rel", "apple-touch-icon")
                .attr("href", "icons/apple-touch-icon.png");
        switch (scheme) {
            case LIGHT -> themeColor(head, LIGHT_PAPER);
            case DARK -> themeColor(head, DARK_PAPER);
            case SYSTEM -> {
                themeColor(head, LIGHT_PAPER).attr("media", "(prefers-color-scheme: light)");
                themeColor(head, DARK_PAPER).attr("media", "(prefers-color-scheme: dark)");
            }
        }
        associations
                .find()
                .map(Association::accent)
                .map(PageDress::accent)
                .ifPresent(style -> head.appendElement("style").text(style));
    }

    /// The association's colour for both schemes, each as it can be read there.
    private static String accent(Accent accent) {
        return ":root { --rf-accent-light: %s; --rf-accent-dark: %s }"
                .formatted(accent.hex(), accent.onDark());
    }

    private static Element themeColor(Element head, String color) {
        return head.appendElement("meta").attr("name", "theme-color").attr("content", color);
    }
}
