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

    /// So many pieces go out before it is asked again whether they may.
    private static final int BETWEEN_QUESTIONS = 8;

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

        private final MemberId reader;
        private final Attachment file;
        private final Turn turn;
        private final Instant last = clock.instant().plus(limits.onTheWay());

        private Download(MemberId reader, Attachment file, Turn turn) {
            this.reader = reader;
            this.file = file;
            this.turn = turn;
        }

        public Attachment file() {
            return file;
        }

        /// Writes what it holds, piece by piece; a reader who is slow holds no connection to the
        /// database.
        ///
        /// @throws EOFException when it is removed meanwhile, may not be read any more, or takes
        ///   too long
        public void writeTo(OutputStream out) throws IOException {
            int number = 0;
            for (long written = 0; written < file.size(); number++) {
                if (!mayGoOn(number)) {
                    throw new EOFException();
                }
                byte[] piece = rows.piece(file.id(), number).orElseThrow(EOFException::new);
                out.write(piece);
                written += piece.length;
            }
        }

        private boolean mayGoOn(int number) {
            return clock.instant().isBefore(last)
                    && (number % BETWEEN_QUESTIONS != 0
                            || attachments.find(reader, file.id()).isPresent());
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
            return new Download(reader, attachments.get(reader, id), turn);
        } catch (RuntimeException refused) {
            turn.close();
            throw refused;
        }
    }
}
