package org.rotfaden.ui.start;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.motions.MotionLink;

/// The motions that the reader has begun and that are written.
final class MyMotions extends Aside {

    private static final int MOST = 5;

    private final transient StartParts parts;
    private final transient MemberId reader;
    private final PlainRows<MotionId, MotionSummary> rows =
            new PlainRows<>(MotionSummary::id, motion -> row(motion));
    private final Paragraph nothing = new Paragraph(getTranslation("start.mine.nothing"));

    MyMotions(StartParts parts, MemberId reader) {
        this.parts = parts;
        this.reader = reader;
        nothing.addClassName("hint");
        var heading = new H2(getTranslation("start.mine"));
        heading.setId("my-motions");
        getElement().setAttribute("aria-labelledby", "my-motions");
        add(heading, nothing, rows);
        parts.live()
                .page(this, reader, this::show)
                .hears(MotionEvent.class, event -> rowsShow(event.motion()))
                .hears(MotionEvent.Drafted.class)
                .hears(MotionEvent.BroughtBack.class);
    }

    private boolean rowsShow(MotionId motion) {
        return rows.keys().contains(motion);
    }

    private void show() {
        List<MotionSummary> mine =
                parts.motions().list(MotionQuery.ALL.begunBy(reader), reader, MOST);
        rows.show(mine);
        nothing.setVisible(mine.isEmpty());
    }

    private ListItem row(MotionSummary motion) {
        var about = new Div(new When(motion.changed(), parts.clock()));
        about.addClassName("about");
        return new ListItem(MotionLink.to(motion, "row-title"), about);
    }
}
