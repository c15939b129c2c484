package org.rotfaden.realtime.socket;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Person;
import org.rotfaden.security.LoginId;

/// Somebody who has proved at the door who they are, and by what.
sealed interface Visitor {

    Person person();

    /// Came with a ticket that a browser got for its log-in.
    ///
    /// @param expires when the log-in does, unless it is used until then
    record WithTicket(Person person, LoginId login, DocumentId only, Instant expires)
            implements Visitor {}

    /// Came with an access token of a machine client.
    record WithAccessToken(Person person, UUID token, Instant expires) implements Visitor {}

    default boolean mayAskFor(DocumentId document) {
        return switch (this) {
            case WithTicket ticket -> ticket.only().equals(document);
            case WithAccessToken _ -> true;
        };
    }

    /// Until when an open stay may last, when that is known in advance.
    default Optional<Instant> until() {
        return switch (this) {
            case WithTicket ticket -> Optional.of(ticket.expires());
            case WithAccessToken token -> Optional.of(token.expires());
        };
    }
}
