package org.rotfaden.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedDocumentTests {

    /// Made by yjs 13.6.33: client 1 inserts "ab" into the text "t".
    private static final byte[] FIRST = hex("010101000401017402616200");

    /// Client 1 goes on with "c".
    private static final byte[] SECOND = hex("01010102840101016300");

    /// Client 1 deletes "a".
    private static final byte[] DELETION = hex("000101010001");

    @Test
    void first_content_is_there_once_with_the_version_of_its_shape() {
        try (var document = Samples.document("Busse", "eins", "zwei")) {
            assertThat(document.text("title")).isEqualTo("Busse");
            assertThat(document.text("text")).isEqualTo("eins\nzwei\n");
            assertThat(document.lines("text")).hasSize(2);
        }
    }

    @Test
    void formats_of_words_and_lines_come_back_as_they_went_in() {
        List<Run> text =
                List.of(
                        new Run("fett", Map.of("bold", true)),
                        new Run("\n", Map.of("header", 2L)),
                        new Run(Map.of("image", "x"), Map.of()),
                        new Run("\n", Map.of()));
        byte[] content = SharedDocument.firstContent(new FirstContent("T", text, List.of()));
        try (var document = SharedDocument.of(content)) {
            assertThat(document.delta("text").get(0))
                    .isEqualTo(new Run("fett", Map.of("bold", true)));
            assertThat(document.lines("text").get(0).attributes().get("header")).isIn(2L, 2.0);
            assertThat(document.delta("text").get(2).insert()).isEqualTo(Map.of("image", "x"));
        }
    }

    @Test
    void what_documents_hold_outside_of_the_heap_is_known() {
        long before = SharedDocument.heldByAll();
        var document = Samples.document("Busse", "x".repeat(1 << 20));
        long open = SharedDocument.heldByAll();
        assertThat(open - before).isBetween(1L << 20, 4L << 20);
        document.close();
        assertThat(open - SharedDocument.heldByAll()).isGreaterThan(1L << 20);
    }

    @Test
    void an_update_that_came_too_early_is_parked_kept_and_applied_later() {
        try (var document = SharedDocument.empty()) {
            byte[] nothing = document.stateVector();
            assertThat(document.apply(SECOND)).isEqualTo(Applied.PARKED);
            assertThat(document.stateVector())
                    .as("a state vector never advertises parked clocks")
                    .isEqualTo(nothing);
            try (var restored = SharedDocument.of(document.snapshot())) {
                assertThat(restored.apply(FIRST)).isEqualTo(Applied.CHANGED);
                assertThat(restored.text("t")).isEqualTo("abc");
            }
        }
    }

    @Test
    void a_deletion_that_came_too_early_is_not_lost() {
        try (var document = SharedDocument.empty()) {
            document.apply(DELETION);
            try (var restored = SharedDocument.of(document.snapshot())) {
                restored.apply(FIRST);
                assertThat(restored.text("t")).isEqualTo("b");
            }
        }
    }

    @Test
    void a_peer_that_is_behind_gets_parked_updates_too() {
        try (var document = SharedDocument.empty();
                var peer = SharedDocument.empty()) {
            document.apply(SECOND);
            peer.apply(document.diff(peer.stateVector()));
            peer.apply(FIRST);
            assertThat(peer.text("t")).isEqualTo("abc");
        }
    }

    @Test
    void skipped_structs_are_a_gap_that_is_filled_later() {
        byte[] firstAndThird = hex("010301000401017401610a01840101016300");
        byte[] second = hex("01010101840100016200");
        try (var document = SharedDocument.of(firstAndThird)) {
            assertThat(document.text("t")).isEqualTo("a");
            document.apply(second);
            assertThat(document.text("t")).isEqualTo("abc");
        }
    }

    @Test
    void collected_garbage_takes_its_place_and_shows_nothing() {
        byte[] withGarbage =
                hex("010402002101016d0178010003a8020001770264610401017404686965720102010004");
        try (var document = SharedDocument.of(withGarbage)) {
            assertThat(document.text("t")).isEqualTo("hier");
            try (var copy = SharedDocument.of(document.snapshot())) {
                assertThat(copy.stateVector()).isEqualTo(document.stateVector());
                assertThat(copy.text("t")).isEqualTo("hier");
            }
        }
    }

    @Test
    void a_child_that_stands_before_its_parent_is_joined_to_it() {
        byte[] childFirst = hex("0202090004000100044b696e6404010174036775740101002701016d01780200");
        try (var document = SharedDocument.empty()) {
            assertThat(document.apply(childFirst)).isEqualTo(Applied.CHANGED);
            assertThat(document.text("t")).isEqualTo("gut");
            assertThat(document.brings(childFirst)).isFalse();
        }
    }

    @Test
    void client_ids_up_to_two_to_the_53_are_kept() {
        byte[] largest = hex("0101ffffffffffffff0f00040101740567726f737300");
        try (var document = SharedDocument.of(largest)) {
            assertThat(document.text("t")).isEqualTo("gross");
            assertThat(document.stateVector()).isEqualTo(hex("01ffffffffffffff0f05"));
        }
    }

    @Test
    void an_update_brings_something_only_the_first_time() {
        try (var document = SharedDocument.empty()) {
            assertThat(document.brings(FIRST)).isTrue();
            assertThat(document.apply(FIRST)).isEqualTo(Applied.CHANGED);
            assertThat(document.brings(FIRST)).isFalse();
            assertThat(document.apply(FIRST)).isEqualTo(Applied.NOTHING_NEW);
            assertThat(document.brings(DELETION)).isTrue();
            document.apply(DELETION);
            assertThat(document.brings(DELETION)).isFalse();
            assertThat(document.brings(hex("0000"))).isFalse();
        }
    }

    @Test
    void surrogate_pairs_count_as_two() {
        try (var document = Samples.document("😀😀", "a😀b")) {
            assertThat(document.text("title")).hasSize(4);
            assertThat(document.text("text")).isEqualTo("a😀b\n");
        }
    }

    @Test
    void a_missing_last_break_reads_as_present() {
        byte[] content =
                SharedDocument.firstContent(
                        new FirstContent("", List.of(new Run("offen", Map.of())), List.of()));
        try (var document = SharedDocument.of(content)) {
            assertThat(document.lines("text")).hasSize(1);
        }
    }

    @Test
    void bytes_that_are_no_update_are_refused_and_change_nothing() {
        try (var document = SharedDocument.of(FIRST)) {
            byte[] before = document.snapshot();
            assertThatThrownBy(() -> document.apply(hex("ff"))).isInstanceOf(InvalidUpdate.class);
            assertThatThrownBy(() -> document.apply(new byte[0])).isInstanceOf(InvalidUpdate.class);
            assertThatThrownBy(() -> document.brings(hex("0101")))
                    .isInstanceOf(InvalidUpdate.class);
            assertThatThrownBy(() -> document.diff(hex("05")))
                    .isInstanceOf(InvalidStateVector.class);
            assertThatThrownBy(() -> SharedDocument.merge(List.of(FIRST, hex("02"))))
                    .isInstanceOf(InvalidUpdate.class);
            assertThat(document.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void a_length_prefix_is_no_allocation_bomb() {
        try (var document = SharedDocument.empty()) {
            String[] bombs = {
                "01ffffffff0f0100", // four thousand million structs
                "0101010008ffffffff0f", // as many values
                "0101010004010174ffffffff0f", // a string of that length
                "00ffffffff0f", // clients of deletions
                "000101ffffffff0f" // ranges of deletions
            };
            for (String bomb : bombs) {
                assertThatThrownBy(() -> document.apply(hex(bomb)))
                        .as(bomb)
                        .isInstanceOf(InvalidUpdate.class);
            }
        }
    }

    @Test
    void deep_nesting_does_not_reach_the_stack() {
        String lists = "7501".repeat(50_000);
        byte[] update = hex("01010100" + "08" + "010174" + "01" + lists + "7e" + "00");
        try (var document = SharedDocument.empty()) {
            assertThatThrownBy(() -> document.apply(update)).isInstanceOf(InvalidUpdate.class);
        }
    }

    @Test
    void clocks_that_would_overflow_are_refused() {
        try (var document = SharedDocument.empty()) {
            assertThatThrownBy(() -> document.apply(hex("010101ffffffff0f00ffffffff0f00")))
                    .isInstanceOf(InvalidUpdate.class);
            assertThatThrownBy(() -> document.apply(hex("000101ffffffff0fffffffff0f")))
                    .isInstanceOf(InvalidUpdate.class);
        }
    }

    @Test
    void a_closed_document_says_so() {
        SharedDocument document = SharedDocument.empty();
        document.close();
        document.close();
        assertThatThrownBy(document::snapshot).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
