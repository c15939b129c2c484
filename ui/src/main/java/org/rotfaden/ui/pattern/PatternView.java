package org.rotfaden.ui.pattern;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Scheme;
import org.rotfaden.ui.elements.Titles;

/// The pattern book: one of each thing that pages are made of, light and dark, for whoever looks
/// after the server and whoever builds on it. Nothing on it changes anything.
@StyleSheet("context://style/motion.css")
@Route(Paths.PATTERNS)
@PermitAll
class PatternView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Permissions permissions;
    private final transient MemberId reader;
    private final transient Clock clock;

    PatternView(Permissions permissions, CurrentMember currentMember, Live live, Clock clock) {
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        addClassNames("page", "pattern-page");
        this.clock = clock;
        live.page(this, reader, this::show).needs(() -> mayOperate().orRefuse());
    }

    private void show() {
        removeAll();
        var back =
                new PageLink(
                        Paths.OPERATION,
                        new Icon("back"),
                        new Span(getTranslation("operation.title")));
        back.addClassName("back");
        add(
                back,
                new H1(getTranslation("patterns.title")),
                new Paragraph(getTranslation("patterns.about")),
                new Patterns(Scheme.LIGHT, reader, clock),
                new Patterns(Scheme.DARK, reader, clock));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mayOperate().orRefuse();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("patterns.title"));
    }

    private Decision mayOperate() {
        return permissions.decide(reader, Permission.OPERATE, Subject.ASSOCIATION);
    }
}
