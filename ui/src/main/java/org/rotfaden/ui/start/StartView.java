package org.rotfaden.ui.start;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Departure;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;

/// The first page: who writes where, what waits for the reader, what is new; beside it what she has
/// begun herself.
@Route(Paths.START)
@PermitAll
class StartView extends Div implements HasDynamicTitle {

    StartView(StartParts parts, CurrentMember currentMember) {
        MemberId reader = currentMember.get().member();
        addClassNames("page", "start-page");
        add(new H1(getTranslation("shell.place.start")));
        add(new Departure(parts.permissions(), parts.live(), reader));
        var main =
                new Div(
                        new FirstSteps(parts, reader),
                        new NowSection(parts, reader),
                        new ToDoSection(parts, reader),
                        parts.notices().of(reader),
                        new NewsSection(parts, reader));
        var columns = new Div(main, new MyMotions(parts, reader));
        columns.addClassName("columns");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("shell.place.start"));
    }
}
