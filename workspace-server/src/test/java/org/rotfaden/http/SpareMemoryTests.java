package org.rotfaden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpareMemoryTests {

    private static final long MB = 1 << 20;

    @ParameterizedTest
    @ValueSource(longs = {64 * MB, 256 * MB, 1024 * MB, 8192 * MB})
    void nothing_is_given_away_twice(long heap) {
        long all = Arrays.stream(SpareMemory.values()).mapToLong(share -> share.bytes(heap)).sum();
        assertThat(all).isLessThanOrEqualTo(SpareMemory.of(heap) / 100 * 95);
    }

    @Test
    void the_largest_document_can_be_sent_with_little_memory() {
        assertThat(SpareMemory.UNSENT.bytes(256 * MB)).isGreaterThan(34 * MB);
    }

    @Test
    void a_hall_of_two_thousand_fits_into_two_gigabytes() {
        assertThat(SpareMemory.PAGES.bytes(2048 * MB) / 350_000).isGreaterThan(2_000);
        assertThat(SpareMemory.CONNECTIONS.bytes(2048 * MB) / (32 << 10) / 4 * 3)
                .as("of one network, three for each")
                .isGreaterThan(6_000);
    }
}
