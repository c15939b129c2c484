package org.rotfaden.realtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Tells open screens what has just happened. Messages are small, are not kept, and reach the
/// listeners in the thread of the publisher.
@Service
public class LiveTopics {

    private static final Logger log = LoggerFactory.getLogger(LiveTopics.class);

    private final Map<String, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> told = new ConcurrentHashMap<>();

    public void publish(String topic, Object message) {
        told.computeIfAbsent(topic, _ -> new AtomicLong()).incrementAndGet();
        listeners.getOrDefault(topic, List.of()).forEach(listener -> tell(listener, message));
    }

    /// How many messages of a topic there were. Whoever asks before something else and again once
    /// it listens, knows whether it has missed any.
    public long toldOf(String topic) {
        AtomicLong count = told.get(topic);
        return count == null ? 0 : count.get();
    }

    /// Listens until the returned action is run.
    public Runnable subscribe(String topic, Consumer<Object> listener) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.getOrDefault(topic, List.of()).remove(listener);
    }

    private static void tell(Consumer<Object> listener, Object message) {
        try {
            listener.accept(message);
        } catch (RuntimeException failure) {
            log.warn("A listener of a live topic failed", failure);
        }
    }
}
