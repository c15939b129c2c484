package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;
import org.springframework.stereotype.Component;

/// The motions of a unit, a body, a group or a member, as far as the reader may read them.
public final class OwnedMotions extends Section {

    private static final int MOST = 20;

    /// Makes such sections.
    @Component
    public static final class Maker {

        private final MotionCatalogue catalogue;
        private final Live live;
        private final Clock clock;

        Maker(MotionCatalogue catalogue, Live live, Clock clock) {
            this.catalogue = catalogue;
            this.live = live;
            this.clock = clock;
        }

        public OwnedMotions of(Subject owner, MemberId reader) {
            return new OwnedMotions(this, owner, reader);
        }
    }

    private final transient Maker maker;
    private final transient Subject owner;
    private final transient MemberId reader;
    private final transient LivePage live;
    private final Paragraph nothing = new Paragraph(getTranslation("motions.none"));
    private final PlainRows<MotionId, MotionSummary> rows =
            new PlainRows<>(MotionSummary::id, motion -> row(motion));

    private OwnedMotions(Maker maker, Subject owner, MemberId reader) {
        this.maker = maker;
        this.owner = owner;
        this.reader = reader;
        rows.addClassName("motions");
        add(new H2(getTranslation("motions.title")), nothing, rows);
        this.live =
                maker.live
                        .page(this, reader, this::show)
                        .hears(MotionEvent.Drafted.class, this::isAmongThem)
                        .hears(MotionEvent.Listed.class, this::isAmongThem)
                        .hears(MotionEvent.Changed.class, this::isAmongThem)
                        .hears(MotionEvent.Discarded.class, this::isAmongThem)
                        .hears(MotionEvent.BroughtBack.class, this::isAmongThem)
                        .hears(MotionEvent.HandedOver.class);
    }

    private boolean isAmongThem(MotionEvent event) {
        return event.owner().equals(owner);
    }

    /// Shows what may be read now.
    private void show() {
        List<MotionSummary> motions = maker.catalogue.list(MotionQuery.ALL.of(owner), reader, MOST);
        live.looksAt(motions.stream().map(motion -> motion.id().subject()).toList());
        rows.show(motions);
        nothing.setVisible(motions.isEmpty());
    }

    private ListItem row(MotionSummary motion) {
        var about = new Div(new Span(new When(motion.changed(), maker.clock)));
        about.addClassName("about");
        return new ListItem(MotionLink.to(motion, "motion-title"), about);
    }
}
