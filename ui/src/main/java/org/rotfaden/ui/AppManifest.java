package org.rotfaden.ui;

import java.util.List;
import java.util.Map;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.PageDress;
import org.rotfaden.ui.elements.Paths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells browsers how the workspace is installed as an app, under the association's name. There is
/// no service worker: browsers install without one, what is not saved waits in the browser anyway,
/// and a cache of pages would show rights that are gone.
@RestController
class AppManifest {

    private final AssociationName association;

    AppManifest(AssociationName association) {
        this.association = association;
    }

    @GetMapping(path = "/" + PageDress.MANIFEST, produces = "application/manifest+json")
    Map<String, Object> manifest() {
        return Map.of(
                "id",
                "../",
                "name",
                association.toString(),
                "short_name",
                association.toString(),
                "start_url",
                "../" + Paths.START,
                "scope",
                "../",
                "display",
                "standalone",
                "background_color",
                PageDress.LIGHT_PAPER,
                "theme_color",
                PageDress.LIGHT_PAPER,
                "icons",
                List.of(
                        icon("favicon.svg", "any", "image/svg+xml", "any"),
                        icon("icon-192.png", "192x192", "image/png", "any"),
                        icon("icon-512.png", "512x512", "image/png", "any"),
                        icon("maskable-512.png", "512x512", "image/png", "maskable")));
    }

    private static Map<String, String> icon(
            String source, String sizes, String type, String purpose) {
        return Map.of("src", source, "sizes", sizes, "type", type, "purpose", purpose);
    }
}
