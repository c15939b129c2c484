package org.rotfaden.organisation.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/// How long something took, many times.
///
/// @param aim that of a hundred 95 stay within, in milliseconds
record Measured(String what, double aim, double[] millis) {

    /// Does something often enough to be quick at it, then measures it.
    ///
    /// @param prepare what comes before each run and is not measured
    static Measured of(String what, double aim, int runs, IntConsumer prepare, IntConsumer doing) {
        double[] millis = new double[runs];
        for (int run = -runs / 2; run < runs; run++) {
            prepare.accept(run);
            long start = System.nanoTime();
            doing.accept(run);
            if (run >= 0) {
                millis[run] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Measured(what, aim, millis);
    }

    double quantile(double share) {
        return millis[(int) Math.min(millis.length - 1, Math.ceil(share * millis.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %-58s | %8.1f | %8.3f | %8.3f | %8.3f |",
                what,
                aim,
                quantile(0.5),
                quantile(0.95),
                quantile(0.99));
    }
}
