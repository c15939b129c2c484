package org.rotfaden.crdt.protocol;

import java.util.ArrayList;
import java.util.List;

/// The awareness protocol: who is here and where.
public record AwarenessUpdate(List<ClientState> states) {

    /// Reads what [#encode] wrote.
    ///
    /// @throws MalformedMessage when it is none, or larger than it may be
    public static AwarenessUpdate decode(byte[] bytes, Limits limits) {
        limits.check(bytes);
        var in = new Lib0Reader(bytes);
        AwarenessUpdate update = read(in, limits);
        in.expectEnd();
        return update;
    }

    /// The update by itself, without a frame around it.
    public byte[] encode() {
        var out = new Lib0Writer();
        write(out);
        return out.toBytes();
    }

    static AwarenessUpdate read(Lib0Reader in, Limits limits) {
        var content = new Lib0Reader(in.readBytes());
        List<ClientState> states = new ArrayList<>();
        for (long left = content.readCount(); left > 0; left--) {
            long client = content.readVarUint();
            long clock = content.readVarUint();
            String json = limits.state(content);
            states.add(new ClientState(client, clock, json.equals("null") ? null : json));
        }
        content.expectEnd();
        return new AwarenessUpdate(states);
    }

    void write(Lib0Writer out) {
        var content = new Lib0Writer();
        content.writeVarUint(states.size());
        for (ClientState state : states) {
            content.writeVarUint(state.clientId());
            content.writeVarUint(state.clock());
            content.writeString(state.stateJson() == null ? "null" : state.stateJson());
        }
        out.writeBytes(content.toBytes());
    }
}
