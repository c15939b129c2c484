package org.rotfaden.attachments;

import java.util.List;
import org.rotfaden.attachments.pictures.PictureFormat;

/// What a file is, found out by its content.
public enum AttachmentKind {
    JPEG("image/jpeg", "jpg jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    /// Plain text, CSV or Markdown: nothing in the words tells them apart.
    TEXT("text/plain", "txt csv md"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final String endings;

    AttachmentKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    static AttachmentKind of(PictureFormat format) {
        return switch (format) {
            case JPEG -> JPEG;
            case PNG -> PNG;
            case GIF -> GIF;
            case WEBP -> WEBP;
        };
    }

    /// Whether pages may show it; everything else is for downloading alone.
    public boolean isPicture() {
        return this == JPEG || this == PNG || this == GIF || this == WEBP;
    }

    /// Of text without its characters, which differ.
    String mediaType() {
        return mediaType;
    }

    /// What names of such files may end with, the usual one first.
    List<String> endings() {
        return List.of(endings.split(" ", -1));
    }
}
