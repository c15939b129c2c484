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
import org.rotfaden.association.TypedWords;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionState;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.MotionText;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentText;
import org.rotfaden.realtime.LiveDocuments;
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
            MotionId id,
            int number,
            String title,
            DocumentId documentId,
            MemberId authorId,
            OwnerResource owner,
            MotionState state,
            Instant created,
            Instant changed,
            Optional<Instant> listed,
            boolean readersDiscuss) {

        static MotionResource of(MotionSummary motion) {
            return new MotionResource(
                    motion.id(),
                    motion.number().value(),
                    motion.title(),
                    motion.document(),
                    motion.author(),
                    OwnerResource.of(motion.owner()),
                    motion.state(),
                    motion.created(),
                    motion.changed(),
                    Optional.ofNullable(motion.listed()),
                    motion.readersDiscuss());
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

    MotionsController(Motions motions, MotionCatalogue catalogue, LiveDocuments documents) {
        this.motions = motions;
        this.catalogue = catalogue;
        this.documents = documents;
    }

    @Operation(
            summary =
                    "The motions that one may read, the one that changed last first: those that"
                            + " have a title, and those without one that one began or was invited"
                            + " to")
    @GetMapping
    Page<MotionResource> list(
            @Me MemberId me,
            @RequestParam(defaultValue = "DRAFT") MotionState state,
            @RequestParam(defaultValue = "") String titled,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        return slice.page(
                        catalogue.list(
                                MotionQuery.ALL.in(state).titled(TypedWords.of(titled)),
                                me,
                                slice.after(),
                                slice.oneMore()))
                .map(MotionResource::of);
    }

    @Operation(summary = "Begins a motion")
    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<MotionResource> draft(@Me MemberId me, @RequestBody NewMotion motion) {
        MotionSummary drafted =
                motions.draft(
                        new DraftMotion(
                                me,
                                motion.owner()
                                        .map(OwnerResource::subject)
                                        .orElse(Subject.ASSOCIATION),
                                FirstContent.titled(motion.title())));
        return ResponseEntity.created(URI.create("/api/motions/" + drafted.id()))
                .body(MotionResource.of(drafted));
    }

    @Operation(summary = "One motion")
    @GetMapping("/{id}")
    MotionResource get(@Me MemberId me, @PathVariable MotionId id) {
        return MotionResource.of(readable(me, id));
    }

    @Operation(summary = "Makes a motion another's")
    @PutMapping("/{id}/owner")
    MotionResource handOver(
            @Me MemberId me, @PathVariable MotionId id, @RequestBody OwnerResource owner) {
        return MotionResource.of(motions.handOver(me, id, owner.subject()));
    }

    /// @param readers all who may read it, or only those who take part where it belongs
    record Discussion(boolean readers) {}

    @Operation(summary = "Says who may talk about a motion")
    @PutMapping("/{id}/discussion")
    MotionResource discussion(
            @Me MemberId me, @PathVariable MotionId id, @RequestBody Discussion discussion) {
        return MotionResource.of(motions.letReadersDiscuss(me, id, discussion.readers()));
    }

    @Operation(summary = "Lays a motion aside: nobody writes it any more, and it leaves the lists")
    @PostMapping("/{id}/discard")
    MotionResource discard(@Me MemberId me, @PathVariable MotionId id) {
        return MotionResource.of(motions.discard(me, id));
    }

    @Operation(summary = "Brings a motion back that was laid aside")
    @PostMapping("/{id}/bring-back")
    MotionResource bringBack(@Me MemberId me, @PathVariable MotionId id) {
        return MotionResource.of(motions.bringBack(me, id));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> plainText(@Me MemberId me, @PathVariable MotionId id) {
        return ResponseEntity.ok().contentType(PLAIN).body(MotionText.plain(words(me, id)));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> html(@Me MemberId me, @PathVariable MotionId id) {
        return ResponseEntity.ok().contentType(HTML).body(MotionText.html(words(me, id)));
    }

    @Operation(summary = "The live words of a motion, in the form of Accept")
    @GetMapping(path = "/{id}/text", produces = MediaType.APPLICATION_JSON_VALUE)
    Words deltas(@Me MemberId me, @PathVariable MotionId id) {
        DocumentText words = words(me, id);
        return new Words(Delta.of(words.title()), Delta.of(words.text()), Delta.of(words.reason()));
    }

    private DocumentText words(MemberId me, MotionId id) {
        return documents.read(readable(me, id).document(), me);
    }

    private MotionSummary readable(MemberId me, MotionId id) {
        return catalogue.get(me, id);
    }
}
