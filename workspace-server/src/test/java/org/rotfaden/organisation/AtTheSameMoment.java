package org.rotfaden.organisation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.BrokenRule;

/// Lets several people do something at the same moment, each on a thread of their own.
final class AtTheSameMoment {

    /// What became of one of them: a result, or the rule that was in the way.
    record Outcome<T>(@Nullable T result, @Nullable BrokenRule rule) {

        boolean succeeded() {
            return rule == null;
        }

        Optional<String> refusal() {
            return Optional.ofNullable(rule).map(BrokenRule::code);
        }
    }

    private AtTheSameMoment() {}

    /// @throws AssertionError when something else than a rule was in the way
    static <T> List<Outcome<T>> all(List<? extends Callable<T>> doings) throws Exception {
        var barrier = new CyclicBarrier(doings.size());
        try (var threads = Executors.newFixedThreadPool(doings.size())) {
            List<Future<Outcome<T>>> running =
                    doings.stream()
                            .map(doing ->
                                    threads.submit(() -> {
                                        barrier.await();
                                        return outcome(doing);
                                    }))
                            .toList();
            return running.stream().map(AtTheSameMoment::of).toList();
        }
    }

    private static <T> Outcome<T> outcome(Callable<T> doing) throws Exception {
        try {
            return new Outcome<>(doing.call(), null);
        } catch (BrokenRule rule) {
            return new Outcome<>(null, rule);
        }
    }

    private static <T> Outcome<T> of(Future<Outcome<T>> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
