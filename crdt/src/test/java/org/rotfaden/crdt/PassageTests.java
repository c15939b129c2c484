package org.rotfaden.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassageTests {

    /// Made by yjs 13.6.33: client 1 inserts "Busse und Bahnen\n" into the text.
    private static final byte[] WRITTEN =
            hex("010101000401047465787411427573736520756e64204261686e656e0a00");

    /// Client 2 puts a break behind "Busse", client 3 writes "die " before "Bahnen".
    private static final byte[] SPLIT = hex("01010200c401040105010a00");

    private static final byte[] INSIDE = hex("01010300c40109010a046469652000");

    /// Client 1 deletes "und".
    private static final byte[] DELETION = hex("000101010603");

    /// `Y.encodeRelativePosition` of yjs: before index 6 to the right, behind index 9 to the left.
    private static final byte[] START = hex("00010600");

    private static final byte[] END = hex("00010841");

    private final SharedDocument document = SharedDocument.of(WRITTEN);
    private final Passage und = Passage.of("text", text(START), text(END));

    @AfterEach
    void close() {
        document.close();
    }

    @Test
    void a_passage_has_the_bytes_of_yjs() {
        assertThat(document.passage(Root.TEXT, 6, 9)).isEqualTo(und);
        assertThat(und.start()).isEqualTo(text(START));
        assertThat(und.end()).isEqualTo(text(END));
        assertThat(document.place(und)).contains(new Passage.Place(6, 9, "und"));
    }

    @Test
    void a_passage_stays_at_its_words_when_its_line_is_split_and_words_come_in() {
        Passage all = document.passage(Root.TEXT, 0, 16);
        document.apply(SPLIT);
        document.apply(INSIDE);
        assertThat(document.text("text")).isEqualTo("Busse\n und die Bahnen\n");
        assertThat(document.place(und)).contains(new Passage.Place(7, 10, "und"));
        assertThat(document.place(all))
                .contains(new Passage.Place(0, 21, "Busse\n und die Bahnen"));
    }

    @Test
    void a_passage_is_gone_with_its_words() {
        Passage more = document.passage(Root.TEXT, 0, 8);
        document.apply(DELETION);
        assertThat(document.place(und)).isEmpty();
        assertThat(document.place(more)).contains(new Passage.Place(0, 6, "Busse "));
        assertThat(document.places(List.of(und, more))).containsOnlyKeys(more);
    }

    @Test
    void of_many_words_the_first_are_told() {
        try (var long_ = Samples.document("T", "x".repeat(299) + "😀 und mehr")) {
            Passage passage = long_.passage(Root.TEXT, 0, 310);
            assertThat(long_.place(passage)).contains(new Passage.Place(0, 310, "x".repeat(299)));
        }
    }

    @Test
    void what_is_no_text_has_a_sign() {
        List<Run> text =
                List.of(
                        new Run("a", Map.of()),
                        new Run(Map.of("image", "x"), Map.of()),
                        new Run("b\n", Map.of()));
        byte[] content = SharedDocument.firstContent(new FirstContent("T", text, List.of()));
        try (var embedding = SharedDocument.of(content)) {
            assertThat(embedding.place(embedding.passage(Root.TEXT, 0, 3)))
                    .contains(new Passage.Place(0, 3, "a\ufffcb"));
        }
    }

    @Test
    void nothing_hangs_on_nothing() {
        for (int[] wrong : new int[][] {{3, 3}, {4, 3}, {0, 18}, {-1, 3}, {17, 18}}) {
            assertThatThrownBy(() -> document.passage(Root.TEXT, wrong[0], wrong[1]))
                    .isInstanceOf(InvalidPassage.class);
        }
        assertThatThrownBy(() -> document.passage(Root.REASON, 0, 1))
                .isInstanceOf(InvalidPassage.class);
        try (var smiling = Samples.document("T", "a😀b")) {
            assertThatThrownBy(() -> smiling.passage(Root.TEXT, 2, 4))
                    .isInstanceOf(InvalidPassage.class);
            assertThatThrownBy(() -> smiling.passage(Root.TEXT, 0, 2))
                    .isInstanceOf(InvalidPassage.class);
        }
    }

    @Test
    void what_names_no_unit_is_no_passage() {
        List<byte[]> wrong =
                List.of(
                        hex(""),
                        hex("00"),
                        hex("000106"),
                        hex("01047465787400"), // at the end of the root
                        hex("02010600"), // at the end of a nested type
                        hex("0001060000"), // more behind it
                        hex("00010641"), // to the left
                        hex("0001ffffffffffffffffff00"), // no number
                        hex("0080808080808080100600"), // a client of 2^53 and more
                        hex("0001808080800800"), // a clock of 2^31
                        new byte[100_000]);
        for (byte[] start : wrong) {
            assertThatThrownBy(() -> Passage.of("text", text(start), text(END)))
                    .as(HexFormat.of().formatHex(start, 0, Math.min(20, start.length)))
                    .isInstanceOf(InvalidPassage.class);
        }
        assertThatThrownBy(() -> Passage.of("text", "kein Ort!", text(END)))
                .isInstanceOf(InvalidPassage.class);
        assertThatThrownBy(() -> Passage.of("meta", text(START), text(END)))
                .isInstanceOf(InvalidPassage.class);
    }

    @Test
    void what_the_document_does_not_hold_is_not_there() {
        Passage ofNobody = new Passage(Root.TEXT, new UnitId(99, 0), new UnitId(99, 4));
        Passage notYet = new Passage(Root.TEXT, new UnitId(1, 3), new UnitId(1, 17));
        Passage elsewhere = new Passage(Root.TITLE, und.first(), und.last());
        Passage turned = new Passage(Root.TEXT, und.last(), und.first());
        Passage largest =
                new Passage(
                        Root.TEXT,
                        new UnitId((1L << 53) - 1, Integer.MAX_VALUE),
                        new UnitId((1L << 53) - 1, Integer.MAX_VALUE));
        assertThat(document.places(List.of(ofNobody, notYet, elsewhere, turned, largest)))
                .isEmpty();
    }

    @Test
    void a_passage_in_what_waits_for_other_updates_is_not_there_yet() {
        byte[] next = hex("01010111840110012100");
        Passage coming = new Passage(Root.TEXT, new UnitId(1, 17), new UnitId(1, 17));
        try (var behind = SharedDocument.empty()) {
            behind.apply(next);
            assertThat(behind.place(coming)).isEmpty();
            behind.apply(WRITTEN);
            assertThat(behind.place(coming)).contains(new Passage.Place(17, 18, "!"));
        }
    }

    /// Entries of maps, children of nested types and what was collected have names like words have.
    @Test
    void what_stands_in_no_text_is_not_there() {
        byte[] garbage =
                hex("010402002101016d0178010003a8020001770264610401017404686965720102010004");
        byte[] nested = hex("0202090004000100044b696e6404010174036775740101002701016d01780200");
        for (byte[] update : List.of(garbage, nested)) {
            try (var other = SharedDocument.of(update)) {
                for (long client = 1; client < 10; client++) {
                    for (long clock = 0; clock < 9; clock++) {
                        var unit = new UnitId(client, clock);
                        assertThat(other.place(new Passage(Root.TEXT, unit, unit))).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void what_people_make_up_does_no_harm() {
        var random = new SplittableRandom(20_261_127);
        int read = 0;
        int rounds = Rounds.of(20_000, 1_000_000);
        for (int round = 0; round < rounds; round++) {
            byte[] start = MutatedUpdatesTests.mutated(START, random);
            byte[] end = MutatedUpdatesTests.mutated(END, random);
            try {
                Passage passage = Passage.of("text", text(start), text(end));
                document.place(passage);
                read++;
            } catch (InvalidPassage expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(read).isBetween(rounds / 20, rounds);
        assertThat(document.text("text")).isEqualTo("Busse und Bahnen\n");
    }

    @Test
    void finding_passages_keeps_no_memory() {
        List<Passage> many = new ArrayList<>();
        for (int clock = 0; clock < 200; clock++) {
            many.add(new Passage(Root.TEXT, new UnitId(1, clock), new UnitId(1, clock)));
        }
        document.places(many);
        long before = SharedDocument.heldByAll();
        for (int round = 0; round < 1_000; round++) {
            document.places(many);
        }
        assertThat(SharedDocument.heldByAll() - before).isLessThan(1 << 20);
    }

    private static String text(byte[] position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
