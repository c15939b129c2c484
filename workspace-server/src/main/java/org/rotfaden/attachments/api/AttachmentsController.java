package org.rotfaden.attachments.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.Attachment;
import org.rotfaden.attachments.AttachmentId;
import org.rotfaden.attachments.AttachmentKind;
import org.rotfaden.attachments.Attachments;
import org.rotfaden.attachments.Downloads;
import org.rotfaden.attachments.Downloads.Download;
import org.rotfaden.attachments.Uploads;
import org.rotfaden.attachments.Uploads.Upload;
import org.rotfaden.http.LargestBody;
import org.rotfaden.http.Me;
import org.rotfaden.security.MemberId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Files, for programs and for pages.
@RestController
@Tag(name = "Attachments")
@RequestMapping("/api/attachments")
class AttachmentsController {

    private static final String POLICY = "Content-Security-Policy";

    /// Also when somebody opens the file as if it were a page.
    private static final String NOTHING_RUNS =
            "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final String NO_GUESSING = "X-Content-Type-Options";

    /// @param width of a picture, in pixels
    /// @param height of a picture, in pixels
    record AttachmentResource(
            AttachmentId id,
            String name,
            AttachmentKind kind,
            String mediaType,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height) {

        static AttachmentResource of(Attachment file) {
            Attachment.Extent extent = file.extent();
            return new AttachmentResource(
                    file.id(),
                    file.name(),
                    file.kind(),
                    file.mediaType(),
                    file.size(),
                    extent == null ? null : extent.width(),
                    extent == null ? null : extent.height());
        }
    }

    private final Uploads uploads;
    private final Attachments attachments;
    private final Downloads downloads;

    AttachmentsController(Uploads uploads, Attachments attachments, Downloads downloads) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.downloads = downloads;
    }

    /// How much is taken is counted by [Uploads], which knows the limit that is set.
    @LargestBody(Integer.MAX_VALUE)
    @Operation(
            summary = "Uploads a file as it is, which is one's own until something holds it",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(consumes = {"!application/x-www-form-urlencoded", "!multipart/*"})
    @ApiResponse(responseCode = "201")
    ResponseEntity<AttachmentResource> upload(
            @Me MemberId me, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        Attachment file =
                uploads.take(
                        new Upload(
                                me,
                                name,
                                request.getContentLengthLong(),
                                request.getInputStream()));
        return ResponseEntity.created(URI.create("/api/attachments/" + file.id()))
                .body(AttachmentResource.of(file));
    }

    @Operation(summary = "What is said of a file that one may read")
    @GetMapping("/{id}")
    AttachmentResource get(@Me MemberId me, @PathVariable AttachmentId id) {
        return AttachmentResource.of(attachments.get(me, id));
    }

    @Operation(
            summary = "What is in a file",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "*/*",
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/{id}/content")
    void content(
            @Me MemberId me,
            @PathVariable AttachmentId id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Attachment file = attachments.get(me, id);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (new ServletWebRequest(request, response).checkNotModified(file.hash())) {
            return;
        }
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            describe(file, response);
            return;
        }
        try (Download download = downloads.open(me, id)) {
            describe(download.file(), response);
            download.writeTo(response.getOutputStream());
        }
    }

    private static void describe(Attachment file, HttpServletResponse response) {
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
        response.setHeader(POLICY, NOTHING_RUNS);
        response.setHeader(NO_GUESSING, "nosniff");
    }

    /// With its name in all characters (RFC 6266); pictures are shown, all else is only kept.
    private static String disposition(Attachment file) {
        return (file.kind().isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    @Operation(summary = "Removes a file of one's own that nothing holds")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@Me MemberId me, @PathVariable AttachmentId id) {
        attachments.discard(me, id);
    }
}
