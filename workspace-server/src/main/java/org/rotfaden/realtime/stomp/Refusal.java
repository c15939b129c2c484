package org.rotfaden.realtime.stomp;

import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.socket.CloseCodes;
import org.springframework.web.socket.CloseStatus;

/// Why a connection ends with an `ERROR`.
enum Refusal {
    MALFORMED_FRAME,
    NOT_CONNECTED,
    CONNECTED_ALREADY,
    SUBSCRIBED_ALREADY,
    NOTHING_CAN_BE_SENT,
    VERSION_NOT_SUPPORTED,
    NOT_AUTHENTICATED,
    TOO_MANY_CONNECTIONS;

    CloseStatus closing() {
        return switch (this) {
            case NOT_AUTHENTICATED -> CloseCodes.NOT_AUTHENTICATED;
            case TOO_MANY_CONNECTIONS -> CloseCodes.of(Ending.NO_ROOM);
            case MALFORMED_FRAME,
                    NOT_CONNECTED,
                    CONNECTED_ALREADY,
                    SUBSCRIBED_ALREADY,
                    NOTHING_CAN_BE_SENT,
                    VERSION_NOT_SUPPORTED ->
                    CloseCodes.of(Ending.MALFORMED);
        };
    }
}
