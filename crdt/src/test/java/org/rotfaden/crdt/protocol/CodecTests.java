package org.rotfaden.crdt.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rotfaden.crdt.Rounds;

class CodecTests {

    private static final Limits LIMITS = new Limits(1 << 20, 4096);

    static Stream<HocuspocusMessage> hocuspocusMessages() {
        var states =
                new AwarenessUpdate(
                        List.of(
                                new ClientState((1L << 53) - 1, 7, "{\"a\":1}"),
                                new ClientState(2, 3, null)));
        return Stream.of(
                new HocuspocusMessage.Sync("d", new SyncMessage.Step1(new byte[] {0})),
                new HocuspocusMessage.Sync("d\0session", new SyncMessage.Update(new byte[] {0, 0})),
                new HocuspocusMessage.SyncReply("d", new SyncMessage.Step2(new byte[] {0, 0})),
                new HocuspocusMessage.Awareness("d", states),
                new HocuspocusMessage.Auth("d", new HocuspocusMessage.Token("geheim", "4.8.0")),
                new HocuspocusMessage.Auth("d", new HocuspocusMessage.Token("geheim", null)),
                HocuspocusMessage.denied("d", "permission-denied"),
                HocuspocusMessage.authenticated("d", "readonly"),
                new HocuspocusMessage.QueryAwareness("d"),
                new HocuspocusMessage.Stateless("d", "x"),
                new HocuspocusMessage.BroadcastStateless("d", "x"),
                new HocuspocusMessage.Close("d", null),
                new HocuspocusMessage.Close("d", "warum"),
                new HocuspocusMessage.SyncStatus("d", true),
                new HocuspocusMessage.SyncStatus("d", false),
                new HocuspocusMessage.Ping(),
                new HocuspocusMessage.Pong());
    }

    @ParameterizedTest
    @MethodSource("hocuspocusMessages")
    void a_message_of_hocuspocus_comes_back_as_it_went(HocuspocusMessage message) {
        assertThat(HocuspocusMessage.decode(message.encode(), LIMITS))
                .usingRecursiveComparison()
                .isEqualTo(message);
    }

    /// Made by lib0, y-protocols and the providers named in the peers' package.
    @Test
    void frames_of_the_real_clients_are_understood() {
        assertThat(YWebsocketMessage.decode(hex("00000100"), LIMITS))
                .usingRecursiveComparison()
                .isEqualTo(new YWebsocketMessage.Sync(new SyncMessage.Step1(new byte[] {0})));
        assertThat(YWebsocketMessage.decode(hex("03"), LIMITS))
                .isEqualTo(new YWebsocketMessage.QueryAwareness());
        assertThat(HocuspocusMessage.decode(hex("016402000361626305342e382e30"), LIMITS))
                .isEqualTo(
                        new HocuspocusMessage.Auth(
                                "d", new HocuspocusMessage.Token("abc", "4.8.0")));
        assertThat(HocuspocusMessage.decode(hex("016407"), LIMITS))
                .isEqualTo(new HocuspocusMessage.Close("d", null));
        assertThat(new HocuspocusMessage.Pong().encode()).isEqualTo(hex("0a"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbers_up_to_two_to_the_53_pass(long number) {
        var out = new Lib0Writer();
        out.writeVarUint(number);
        assertThat(new Lib0Reader(out.toBytes()).readVarUint()).isEqualTo(number);
    }

    static Stream<Long> numbers() {
        return Stream.of(
                0L, 1L, 127L, 128L, 16_383L, 16_384L, 1L << 31, (1L << 32) + 5, (1L << 53) - 1);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_no_message_is_refused_before_it_costs_anything(String bytes) {
        assertThatThrownBy(() -> HocuspocusMessage.decode(hex(bytes), LIMITS))
                .isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> YWebsocketMessage.decode(hex(bytes), LIMITS))
                .isInstanceOf(MalformedMessage.class);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "07",
                "ffffffffffffffffffff01", // a number that overflows
                "80808080808080808080808080", // a number without end
                "0164" + "00" + "09", // an unknown sync message
                "01ff" + "0000", // a name that is no text
                "0164" + "01" + "ffffffff0f", // a length beyond the end
                "0000ffffffff0f",
                "01" + "04" + "ffffff0f", // more states than bytes
                "000001000 0".replace(" ", "")); // bytes after the end
    }

    @Test
    void a_state_that_is_too_large_is_refused() {
        var states =
                new AwarenessUpdate(List.of(new ClientState(1, 1, "\"" + "x".repeat(5000) + "\"")));
        byte[] message = new YWebsocketMessage.Awareness(states).encode();
        assertThatThrownBy(() -> YWebsocketMessage.decode(message, LIMITS))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void a_message_that_is_too_large_is_refused() {
        byte[] message = new byte[LIMITS.message() + 1];
        assertThatThrownBy(() -> YWebsocketMessage.decode(message, LIMITS))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void mutated_messages_are_understood_or_refused_and_nothing_else() {
        var random = new SplittableRandom(7);
        List<byte[]> seeds = hocuspocusMessages().map(HocuspocusMessage::encode).toList();
        int refused = 0;
        int rounds = Rounds.of(100_000, 1_000_000);
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] message =
                    Arrays.copyOf(
                            bytes,
                            random.nextInt(3) == 0
                                    ? random.nextInt(bytes.length + 1)
                                    : bytes.length);
            try {
                HocuspocusMessage.decode(message, LIMITS);
            } catch (MalformedMessage expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(rounds / 10, rounds);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
