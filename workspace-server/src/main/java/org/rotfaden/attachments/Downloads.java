package org.rotfaden.attachments;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import org.rotfaden.attachments.Turns.Turn;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Service;

/// How files go out.
@Service
public class Downloads {

    /// Of one member's pages, which show several pictures.
    private static final int OF_ONE = 8;

    private final Attachments attachments;
    private final AttachmentRows rows;
    private final AttachmentLimits limits;
    private final Clock clock;
    private final Turns turns;

    Downloads(Attachments attachments, AttachmentRows rows, AttachmentLimits limits, Clock clock) {
        this.attachments = attachments;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
        int most = SpareMemory.FILES.holds(2L * Shelf.PIECE);
        this.turns = new Turns(most, Math.clamp(most / 2, 1, OF_ONE));
    }

    /// A file that is about to go out.
    public final class Download implements AutoCloseable {

        private final Attachment file;
        private final Turn turn;
        private final Instant last = clock.instant().plus(limits.onTheWay());

        private Download(Attachment file, Turn turn) {
            this.file = file;
            this.turn = turn;
        }

        public Attachment file() {
            return file;
        }

        /// Writes what it holds, piece by piece; a reader who is slow holds no connection to the
        /// database.
        ///
        /// @throws EOFException when it is removed meanwhile, or takes too long
        public void writeTo(OutputStream out) throws IOException {
            int number = 0;
            for (long written = 0; written < file.size(); number++) {
                byte[] piece =
                        rows.piece(file.id(), number)
                                .filter(_ -> clock.instant().isBefore(last))
                                .orElseThrow(EOFException::new);
                out.write(piece);
                written += piece.length;
            }
        }

        @Override
        public void close() {
            turn.close();
        }
    }

    /// Waits until it may go out, and asks then whether it may be read.
    ///
    /// @throws org.rotfaden.security.BrokenRule ATTACHMENT_NOT_FOUND, TOO_MANY_TRANSFERS
    public Download open(MemberId reader, AttachmentId id) {
        Turn turn = turns.take(reader);
        try {
            return new Download(attachments.get(reader, id), turn);
        } catch (RuntimeException refused) {
            turn.close();
            throw refused;
        }
    }
}
