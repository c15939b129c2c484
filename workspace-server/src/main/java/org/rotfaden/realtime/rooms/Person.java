package org.rotfaden.realtime.rooms;

import java.util.Map;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.realtime.PersonColour;
import org.rotfaden.security.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who sits behind a connection, as the others see it.
public record Person(MemberId member, String name) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Tones that stand out from paper and from a dark page alike (contrast at least 3 : 1 on
    /// both). The state with this person as its `user`, whatever the client claimed.
    ///
    /// @throws tools.jackson.core.JacksonException when the state is not JSON
    ClientState sign(ClientState state) {
        if (state.stateJson() == null) {
            return state;
        }
        JsonNode said = JSON.readTree(state.stateJson());
        ObjectNode signed = said instanceof ObjectNode fields ? fields : JSON.createObjectNode();
        signed.set(
                "user",
                JSON.valueToTree(
                        Map.of(
                                "id",
                                member.toString(),
                                "name",
                                name,
                                "color",
                                PersonColour.of(member))));
        return new ClientState(state.clientId(), state.clock(), JSON.writeValueAsString(signed));
    }

    /// Whether a state has this person as its `user`: it was signed by this node or another.
    boolean hasSigned(ClientState state) {
        return state.stateJson() != null
                && JSON.readTree(state.stateJson())
                        .path("user")
                        .path("id")
                        .asString("")
                        .equals(member.toString());
    }
}
