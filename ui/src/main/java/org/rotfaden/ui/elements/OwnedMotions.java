package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
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
    private final Div list = new Div();

    private OwnedMotions(Maker maker, Subject owner, MemberId reader) {
        this.maker = maker;
        this.owner = owner;
        this.reader = reader;
        add(new H2(getTranslation("motions.title")), list);
        this.live =
                maker.live
                        .page(this, reader, this::show)
                        .hears(MotionEvent.Drafted.class, this::isAmongThem)
                        .hears(MotionEvent.Changed.class, this::isAmongThem)
                        .hears(MotionEvent.HandedOver.class, _ -> true);
    }

    private boolean isAmongThem(MotionEvent event) {
        return event.owner().equals(owner);
    }

    /// Shows what may be read now.
    private void show() {
        List<MotionSummary> motions = maker.catalogue.of(owner, reader, MOST);
        live.looksAt(motions.stream().map(motion -> motion.id().subject()).toList());
        var rows = new UnorderedList();
        rows.addClassNames("rows", "motions");
        motions.forEach(motion -> rows.add(row(motion)));
        list.removeAll();
        list.add(motions.isEmpty() ? new Paragraph(getTranslation("motions.none")) : rows);
    }

    private ListItem row(MotionSummary motion) {
        boolean untitled = motion.title().isEmpty();
        var title =
                new PageLink(
                        Paths.motion(motion.number().value()),
                        untitled ? getTranslation("motion.untitled") : motion.title());
        title.addClassName("motion-title");
        title.setClassName("untitled", untitled);
        var about = new Div(new Span(new When(motion.changed(), maker.clock)));
        about.addClassName("about");
        return new ListItem(title, about);
    }
}
