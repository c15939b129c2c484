package org.rotfaden.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Updates that were cut, flipped and mixed: each is either applied or refused, and the process
/// lives.
class MutatedUpdatesTests {

    @Test
    void mutated_and_truncated_updates_do_no_harm() {
        var random = new SplittableRandom(20_261_124);
        List<byte[]> seeds = seeds();
        int refused = 0;
        int rounds = Rounds.of(100_000, 1_000_000);
        SharedDocument document = SharedDocument.empty();
        for (int round = 0; round < rounds; round++) {
            if (round % 200 == 0) {
                document.close();
                document = Samples.document("Busse", "eins", "zwei");
            }
            byte[] update = mutated(seeds.get(random.nextInt(seeds.size())), random);
            try {
                document.apply(update);
            } catch (InvalidUpdate expected) {
                refused++;
            } catch (NativeFailure poisoned) {
                document.close();
                document = SharedDocument.empty();
            }
        }
        document.close();
        assertThat(refused).isBetween(rounds / 10, rounds);
    }

    static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        for (int flips = random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                : bytes;
    }

    private static List<byte[]> seeds() {
        Run embed = new Run(Map.of("image", List.of(1, 2.5, true)), Map.of("bold", true));
        List<Run> text =
                List.of(
                        new Run("Text 😀 ", Map.of("italic", true)),
                        embed,
                        new Run("\n", Map.of("header", 2)));
        byte[] content = SharedDocument.firstContent(new FirstContent("Titel", text, text));
        byte[] other = SharedDocument.firstContent(Samples.motion("Bahnen", "x"));
        return List.of(
                content,
                other,
                SharedDocument.merge(List.of(content, other)),
                new byte[] {0, 1, 1, 1, 0, 1});
    }
}
