package org.rotfaden.association.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.AssociationObjection;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Etags;
import org.rotfaden.http.LargestBody;
import org.rotfaden.http.Me;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The association as a whole.
@RestController
@Tag(name = "Association")
@RequestMapping("/api/association")
class AssociationController {

    /// @param language `de` or `en`
    /// @param timeZone for example `Europe/Berlin`
    /// @param accent as `#rrggbb`, where it has a colour of its own
    record AssociationResource(
            String name,
            String language,
            String timeZone,
            @Nullable String accent,
            boolean hasLogo) {

        static AssociationResource of(Association association) {
            Accent accent = association.accent();
            return new AssociationResource(
                    association.name(),
                    association.language().getLanguage(),
                    association.timeZone().getId(),
                    accent == null ? null : accent.hex(),
                    association.hasLogo());
        }
    }

    record SettingsRequest(String name, String language, String timeZone, Optional<String> accent) {

        AssociationSettings settings() {
            return AssociationSettings.of(name, language, timeZone, accent.orElse(null));
        }
    }

    private final Associations associations;

    AssociationController(Associations associations) {
        this.associations = associations;
    }

    @AlsoForFormerMembers
    @Operation(summary = "What the association says of itself")
    @GetMapping
    ResponseEntity<AssociationResource> get() {
        Association association =
                associations.find().orElseThrow(AssociationObjection.ASSOCIATION_NOT_FOUND::raised);
        return Etags.tagged(AssociationResource.of(association), association.version());
    }

    @AskedFirst(Permission.ADMINISTER)
    @Operation(summary = "Changes what the association says of itself, for its administrators")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @Me MemberId me,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody SettingsRequest request) {
        associations.change(me, Etags.seen(ifMatch), request.settings());
    }

    @AlsoForFormerMembers
    @Operation(summary = "Its logo")
    @GetMapping("/logo")
    ResponseEntity<byte[]> logo() {
        Logo logo =
                associations.logo().orElseThrow(AssociationObjection.ASSOCIATION_NOT_FOUND::raised);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, LogoController.SHOWN)
                .header(LogoController.POLICY, LogoController.NOTHING_RUNS)
                .body(logo.bytes());
    }

    @AskedFirst(Permission.ADMINISTER)
    @LargestBody(Logo.LARGEST)
    @Operation(summary = "Gives it another logo, for its administrators")
    @PutMapping(
            path = "/logo",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeLogo(
            @Me MemberId me,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String mediaType,
            @RequestBody byte[] file) {
        associations.changeLogo(me, Logo.of(mediaType, file));
    }

    @Operation(summary = "Takes its logo away, for its administrators")
    @DeleteMapping("/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeLogo(@Me MemberId me) {
        associations.changeLogo(me, null);
    }
}
