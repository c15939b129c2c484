package org.rotfaden.realtime.socket;

import org.rotfaden.realtime.rooms.Ending;
import org.springframework.web.socket.CloseStatus;

/// The WebSocket close codes of the doors. Clients of y-websocket give up at 44xx; clients of
/// Hocuspocus come back after any code.
public final class CloseCodes {

    public static final CloseStatus NOT_AUTHENTICATED = new CloseStatus(4401, "not-authenticated");
    static final CloseStatus NO_RIGHT = new CloseStatus(4403, "no-right");
    static final CloseStatus AUTHENTICATION_TIMEOUT =
            new CloseStatus(4408, "authentication-timeout");
    static final CloseStatus TEXT = CloseStatus.NOT_ACCEPTABLE.withReason("binary-messages-only");
    static final CloseStatus SERVER_ONLY =
            CloseStatus.POLICY_VIOLATION.withReason("server-only-message");
    static final CloseStatus FAILED = CloseStatus.SERVER_ERROR.withReason("server-error");

    private CloseCodes() {}

    /// How a client learns why the server ends its connection.
    public static CloseStatus of(Ending ending) {
        return switch (ending) {
            case RIGHT_LOST, NOT_FOUND -> NO_RIGHT;
            case LOGGED_OUT -> NOT_AUTHENTICATED;
            case MALFORMED -> CloseStatus.BAD_DATA.withReason("malformed-message");
            case FLOOD -> CloseStatus.POLICY_VIOLATION.withReason("too-many-messages");
            case TOO_LARGE -> CloseStatus.TOO_BIG_TO_PROCESS.withReason("too-large");
            case OVERLOAD, NO_ROOM -> CloseStatus.SERVICE_OVERLOAD.withReason("overload");
            case SHUTDOWN -> CloseStatus.SERVICE_RESTARTED.withReason("restart");
        };
    }
}
