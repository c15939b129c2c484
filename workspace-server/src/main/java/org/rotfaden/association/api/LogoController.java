package org.rotfaden.association.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.rotfaden.association.Association;
import org.rotfaden.association.AssociationObjection;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.rotfaden.http.Etags;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The logo for pages, at the door too.
@Hidden
@RestController
class LogoController {

    static final String SHOWN = "inline; filename=\"logo\"";
    static final String POLICY = "Content-Security-Policy";

    /// Also when somebody opens the picture as if it were a page.
    static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Associations associations;

    LogoController(Associations associations) {
        this.associations = associations;
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo() {
        Association association =
                associations.find().orElseThrow(AssociationObjection.ASSOCIATION_NOT_FOUND::raised);
        Logo logo =
                associations.logo().orElseThrow(AssociationObjection.ASSOCIATION_NOT_FOUND::raised);
        return ResponseEntity.ok()
                .eTag(Etags.of(association.version()))
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_DISPOSITION, SHOWN)
                .header(POLICY, NOTHING_RUNS)
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .body(logo.bytes());
    }
}
