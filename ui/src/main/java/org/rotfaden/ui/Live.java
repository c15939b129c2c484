package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import org.rotfaden.realtime.LiveTopics;

/// Binds an open screen to a live topic for as long as it is shown.
final class Live {

    private Live() {}

    static void follow(Component screen, LiveTopics topics, String topic, Consumer<Object> shown) {
        screen.addAttachListener(
                attached -> {
                    UI ui = attached.getUI();
                    Runnable stop = topics.subscribe(topic, message -> tell(ui, shown, message));
                    screen.addDetachListener(
                            detached -> {
                                detached.unregisterListener();
                                stop.run();
                            });
                });
    }

    private static void tell(UI ui, Consumer<Object> shown, Object message) {
        try {
            var _ = ui.access(() -> shown.accept(message));
        } catch (UIDetachedException closedMeanwhile) {
            // nobody looks any more
        }
    }
}
