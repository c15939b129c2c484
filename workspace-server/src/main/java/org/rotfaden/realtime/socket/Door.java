package org.rotfaden.realtime.socket;

import org.rotfaden.crdt.protocol.Limits;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.Rooms;
import org.springframework.stereotype.Component;

/// What stands between a connection and the rooms.
@Component
record Door(Doorkeeper doorkeeper, Attendance attendance, Rooms rooms, LiveLimits limits) {

    /// The limits that the codecs check before they decode.
    Limits protocolLimits() {
        return new Limits(
                Math.toIntExact(limits.frame().toBytes()),
                Math.toIntExact(limits.awarenessState().toBytes()));
    }
}
