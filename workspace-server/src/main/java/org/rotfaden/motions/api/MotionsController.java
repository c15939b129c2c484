package org.rotfaden.motions.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.MotionText;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.DocumentText;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Motions and their words.
@RestController
@AlsoForFormerMembers
@Tag(name = "Motions")
@RequestMapping("/api/motions")
class MotionsController {

    private static final MediaType PLAIN =
            new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8);
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8);
    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    /// Whose motion it is: `association`, `unit`, `body`, `working-group` or `member`.
    record OwnerResource(String type, UUID id) {

        static OwnerResource of(Subject owner) {
            return new OwnerResource(owner.type(), owner.id());
        }

        Subject subject() {
            return new Subject(type, id);
        }
    }

    /// @param owner the association as a whole, when nobody else is named
    record NewMotion(String title, Optional<OwnerResource> owner) {}

    record MotionResource(
            UUID id,
            int number,
            String title,
            UUID documentId,
            UUID authorId,
            OwnerResource owner,
            Instant created,
            Instant changed) {

        static MotionResource of(MotionSummary motion) {
            return new MotionResource(
                    motion.id().value(),
                    motion.number().value(),
                    motion.title(),
                    motion.document().value(),
                    motion.author().value(),
                    OwnerResource.of(motion.owner()),
                    motion.created(),
                    motion.changed());
        }
    }

    /// A text as the insertions of a Delta, as Quill made it common.
    record Delta(List<Insertion> ops) {

        record Insertion(Object insert, Map<String, Object> attributes) {}

        static Delta of(List<Run> runs) {
            return new Delta(
                    runs.stream()
                            .map(run -> new Insertion(run.insert(), run.attributes()))
                            .toList());
        }
    }

    record Words(Delta title, Delta text, Delta reason) {}

    private final Motions motions;
    private final MotionCatalogue catalogue;
    private final LiveDocuments documents;
    private final CurrentMember currentMember;

    MotionsController(
            Motions motions,
            MotionCatalogue catalogue,
            LiveDocuments documents,
            CurrentMember currentMember) {
        this.motions = motions;
        this.catalogue = catalogue;
        this.documents = documents;
        this.currentMember = currentMember;
    }

    @Operation(summary = "All motions that one may read, the one that changed last first")
    @GetMapping
    Page<MotionResource> list(
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        MemberId reader = currentMember.get().member();
        return slice.page(catalogue.latest(reader, slice.after(), slice.oneMore()))
                .map(MotionResource::of);
    }

    @Operation(summary = "Begins a motion")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<MotionResource> draft(@RequestBody NewMotion motion) {
        MemberId author = currentMember.get().member();
        MotionSummary drafted =
                motions.draft(
                        new DraftMotion(
                                author,
                                motion.owner()
                                        .map(OwnerResource::subject)
                                        .orElse(Subject.ASSOCIATION),
                                new FirstContent(motion.title(), EMPTY, EMPTY)));
        return ResponseEntity.created(URI.create("/api/motions/" + drafted.id()))
                .body(MotionResource.of(drafted));
    }

    @Operation(summary = "One motion")
    @GetMapping("/{id}")
    MotionResource get(@PathVariable UUID id) {
        return MotionResource.of(readable(id));
    }

    @Operation(summary = "Makes a motion another's")
    @PutMapping("/{id}/owner")
    MotionResource handOver(@PathVariable UUID id, @RequestBody OwnerResource owner) {
        return MotionResource.of(
                motions.handOver(currentMember.get().member(), new MotionId(id), owner.subject()));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> plainText(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(PLAIN).body(MotionText.plain(words(id)));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(HTML).body(MotionText.html(words(id)));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.APPLICATION_JSON_VALUE)
    Words deltas(@PathVariable UUID id) {
        DocumentText words = words(id);
        return new Words(Delta.of(words.title()), Delta.of(words.text()), Delta.of(words.reason()));
    }

    private DocumentText words(UUID id) {
        return documents.read(readable(id).document(), currentMember.get().member());
    }

    private MotionSummary readable(UUID id) {
        return catalogue.get(currentMember.get().member(), new MotionId(id));
    }
}
