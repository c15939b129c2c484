package org.rotfaden.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.rotfaden.attachments.Turns.Turn;
import org.rotfaden.attachments.pictures.Bytes;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/// How files come in.
@Service
@EnableConfigurationProperties(AttachmentLimits.class)
public class Uploads {

    /// A file that somebody sends.
    ///
    /// @param length what is said of it beforehand, in bytes; -1 where nothing is
    public record Upload(MemberId by, String name, long length, InputStream body) {}

    /// Each lies on the disk of this node until it is read.
    private static final int MOST = 16;

    private static final int OF_ONE = 2;

    /// Each has a connection to the database, which others need too.
    private static final int KEPT_AT_ONCE = 2;

    private final Permissions permissions;
    private final Pace pace;
    private final AttachmentLimits limits;
    private final Shelf shelf;
    private final Clock clock;
    private final Turns turns =
            new Turns(Math.min(MOST, SpareMemory.FILES.holds(4L * Shelf.PIECE)), OF_ONE);

    private final Semaphore keeping = new Semaphore(KEPT_AT_ONCE, true);

    Uploads(Permissions permissions, Pace pace, AttachmentLimits limits, Shelf shelf, Clock clock) {
        this.permissions = permissions;
        this.pace = pace;
        this.limits = limits;
        this.shelf = shelf;
        this.clock = clock;
    }

    /// Takes a file, which is its owner's alone until something holds it. Nothing of it is read
    /// before it is known that she may and that there is room; when it has come, both are asked
    /// again.
    ///
    /// @throws org.rotfaden.security.BrokenRule when it is refused
    /// @throws IOException when it breaks off
    public Attachment take(Upload upload) throws IOException {
        MemberId owner = upload.by();
        expectMayUpload(owner);
        long most = limits.file().toBytes();
        if (upload.length() > most) {
            throw AttachmentObjection.FILE_TOO_LARGE.raised(limits.file().toMegabytes());
        }
        shelf.expectRoom(owner);
        pace.upload(owner);
        try (Turn _ = turns.take(owner);
                Incoming incoming = Incoming.open()) {
            Instant last = clock.instant().plus(limits.onTheWay());
            Bytes file = incoming.take(upload.body(), most, () -> clock.instant().isAfter(last));
            expectMayUpload(owner);
            keeping.acquireUninterruptibly();
            try {
                return keep(upload, file);
            } finally {
                keeping.release();
            }
        }
    }

    private void expectMayUpload(MemberId owner) {
        permissions.expectNotLeft(owner);
        permissions.decide(owner, Permission.TAKE_PART, owner.subject()).orRefuse();
    }

    private Attachment keep(Upload upload, Bytes file) throws IOException {
        Content content = Content.of(file);
        var attachment =
                new Attachment(
                        AttachmentId.random(),
                        upload.by(),
                        AttachmentName.of(upload.name(), content.kind()).value(),
                        content.kind(),
                        content.mediaType(),
                        content.size(),
                        hash(content, file),
                        content.extent(),
                        clock.instant(),
                        null);
        shelf.keep(attachment, content, file);
        return attachment;
    }

    private static String hash(Content content, Bytes file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            content.read(file, Shelf.PIECE, digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
