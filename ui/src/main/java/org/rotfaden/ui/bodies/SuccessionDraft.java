package org.rotfaden.ui.bodies;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.bodies.BodyId;

/// What was filled in but not written down yet. It outlives the page, not the log-in.
record SuccessionDraft(
        @Nullable LocalDate electedOn,
        String electedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        Map<String, List<UUID>> elected)
        implements Serializable {

    static Optional<SuccessionDraft> of(BodyId body) {
        return Optional.ofNullable(
                (SuccessionDraft) VaadinSession.getCurrent().getAttribute(key(body)));
    }

    void keep(BodyId body) {
        VaadinSession.getCurrent().setAttribute(key(body), this);
    }

    static void drop(BodyId body) {
        VaadinSession.getCurrent().setAttribute(key(body), null);
    }

    private static String key(BodyId body) {
        return SuccessionDraft.class.getName() + body;
    }
}
