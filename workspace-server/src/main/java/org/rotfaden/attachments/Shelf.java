package org.rotfaden.attachments;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.rotfaden.attachments.pictures.Bytes;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where files are kept, as long as there is room.
@Component
class Shelf {

    /// In bytes. So much of a file is in memory while it is written or read.
    static final int PIECE = 64 << 10;

    private final AttachmentRows rows;
    private final AttachmentLimits limits;

    Shelf(AttachmentRows rows, AttachmentLimits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /// Goes on only while there is room for more, before any of it is read.
    ///
    /// @throws org.rotfaden.security.BrokenRule FILES_FULL, FILES_UNUSED
    void expectRoom(MemberId owner) {
        if (rows.size() >= limits.all().toBytes()) {
            throw AttachmentObjection.FILES_FULL.raised();
        }
        if (rows.unclaimedSize(owner) >= limits.unclaimedOfOneMember().toBytes()) {
            throw unused();
        }
    }

    /// Keeps a file whole, or nothing of it.
    ///
    /// @throws org.rotfaden.security.BrokenRule FILES_FULL, FILES_UNUSED
    @Transactional(rollbackFor = Exception.class)
    void keep(Attachment file, Content content, Bytes bytes) throws IOException {
        rows.add(file);
        var number = new AtomicInteger();
        content.read(
                bytes, PIECE, piece -> rows.addPiece(file.id(), number.getAndIncrement(), piece));
        rows.holdRoom();
        if (rows.size() > limits.all().toBytes()) {
            throw AttachmentObjection.FILES_FULL.raised();
        }
        if (rows.unclaimedSize(file.owner()) > limits.unclaimedOfOneMember().toBytes()) {
            throw unused();
        }
    }

    private RuntimeException unused() {
        return AttachmentObjection.FILES_UNUSED.raised(limits.unclaimedOfOneMember().toMegabytes());
    }
}
