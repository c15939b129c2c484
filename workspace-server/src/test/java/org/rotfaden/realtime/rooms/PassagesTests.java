package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rotfaden.crdt.InvalidPassage;
import org.rotfaden.crdt.Passage;
import org.rotfaden.crdt.Root;
import org.rotfaden.crdt.UnitId;
import org.rotfaden.crdt.protocol.Lib0Writer;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;

/// Passages are asked for at the workspace's node, while somebody writes at another one.
class PassagesTests extends OneMoreNode {

    @Autowired private LiveDocuments documents;

    PassagesTests() {
        super(Map.of());
    }

    @Test
    void a_passage_is_where_its_words_are_now_until_they_are_deleted() {
        Passage passage = documents.passage(document, Root.TITLE, 1, 4, reader());
        assertThat(documents.place(document, passage, reader()))
                .contains(new Passage.Place(1, 4, "uss"));

        Peer writer = inTheRoom();
        writer.receive(insertedBefore(passage.first(), 77, "nterb"));
        await().untilAsserted(() ->
                assertThat(documents.place(document, passage, reader()))
                        .contains(new Passage.Place(6, 9, "uss")));

        writer.receive(deleted(passage.first(), 3));
        await().untilAsserted(
                        () -> assertThat(documents.place(document, passage, reader())).isEmpty());
    }

    @Test
    void of_many_passages_each_is_found() {
        List<Passage> all = new ArrayList<>();
        for (int from = 0; from < 5; from++) {
            for (int to = from + 1; to <= 5; to++) {
                all.add(documents.passage(document, Root.TITLE, from, to, reader()));
            }
        }
        List<Passage> strange = new ArrayList<>();
        for (int clock = 0; clock < 180; clock++) {
            strange.add(new Passage(Root.TEXT, new UnitId(99, clock), new UnitId(99, clock)));
        }
        List<Passage> asked = new ArrayList<>(strange);
        asked.addAll(all);
        Map<Passage, Passage.Place> places = documents.places(document, asked, reader());
        assertThat(places).containsOnlyKeys(all);
        assertThat(places.get(all.getFirst())).isEqualTo(new Passage.Place(0, 1, "B"));
        assertThat(places.get(all.getLast())).isEqualTo(new Passage.Place(4, 5, "e"));
    }

    @Test
    void nobody_asks_for_all_too_many_at_once() {
        List<Passage> many = new ArrayList<>();
        for (int clock = 0; clock <= 200; clock++) {
            many.add(new Passage(Root.TITLE, new UnitId(1, clock), new UnitId(1, clock)));
        }
        assertThatThrownBy(() -> documents.places(document, many, reader()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(documents.places(document, many.subList(0, 200), reader())).isEmpty();
    }

    @Test
    void where_nothing_stands_there_is_no_passage() {
        assertThatThrownBy(() -> documents.passage(document, Root.TITLE, 2, 6, reader()))
                .isInstanceOf(InvalidPassage.class);
        Passage passage = documents.passage(document, Root.TITLE, 0, 5, reader());
        assertThatThrownBy(() -> documents.place(DocumentId.random(), passage, reader()))
                .isInstanceOf(DocumentNotFound.class);
        assertThat(documents.place(association.motion("Bahnen").document(), passage, reader()))
                .isEmpty();
    }

    private MemberId reader() {
        return association.clara().id();
    }

    /// An update of Yjs: a client inserts its first words between two units of another.
    private static byte[] insertedBefore(UnitId unit, int client, String words) {
        var out = new Lib0Writer();
        out.writeVarUint(1);
        out.writeVarUint(1);
        out.writeVarUint(client);
        out.writeVarUint(0);
        out.writeByte(0xc4);
        out.writeVarUint(unit.client());
        out.writeVarUint(unit.clock() - 1);
        out.writeVarUint(unit.client());
        out.writeVarUint(unit.clock());
        out.writeString(words);
        out.writeVarUint(0);
        return out.toBytes();
    }

    private static byte[] deleted(UnitId first, int units) {
        var out = new Lib0Writer();
        out.writeVarUint(0);
        out.writeVarUint(1);
        out.writeVarUint(first.client());
        out.writeVarUint(1);
        out.writeVarUint(first.clock());
        out.writeVarUint(units);
        return out.toBytes();
    }
}
