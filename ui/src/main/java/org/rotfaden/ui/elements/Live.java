package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.RightsChanged;

/// Binds an open screen to a live topic for as long as it is shown.
public final class Live {

    private Live() {}

    /// Lets a screen follow a topic. Whoever publishes does not wait for screens.
    public static <T> void follow(
            Component screen, LiveTopics topics, String topic, Class<T> kind, Consumer<T> shown) {
        screen.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable stop =
                    topics.subscribe(
                            topic,
                            message ->
                                    Thread.startVirtualThread(
                                            () -> tell(ui, shown, kind.cast(message))));
            screen.addDetachListener(detached -> {
                detached.unregisterListener();
                stop.run();
            });
        });
    }

    /// Lets a screen follow what its reader may do. What changed between the questions that it was
    /// made by and the moment from which it follows is asked about again.
    public static void followRights(
            Component screen, LiveTopics topics, Consumer<RightsChanged> shown) {
        long asked = topics.toldOf(LiveNews.RIGHTS);
        follow(screen, topics, LiveNews.RIGHTS, RightsChanged.class, shown);
        screen.addAttachListener(attached -> {
            attached.unregisterListener();
            if (topics.toldOf(LiveNews.RIGHTS) != asked) {
                shown.accept(RightsChanged.ofEverybody());
            }
        });
    }

    private static <T> void tell(UI ui, Consumer<T> shown, T message) {
        try {
            var _ = ui.access(() -> shown.accept(message));
        } catch (UIDetachedException closedMeanwhile) {
            // nobody looks any more
        }
    }
}
