package org.rotfaden.ui.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Closed;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;

/// How the server is and what was done, in numbers and ids: it opens nobody's texts.
@Route(Paths.OPERATION)
@PermitAll
class OperationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OperatorsTools tools;
    private final transient MemberId reader;

    OperationView(OperatorsTools tools, CurrentMember currentMember, LiveTopics topics) {
        this.tools = tools;
        this.reader = currentMember.get().member();
        addClassNames("page", "operation-page");
        Live.followRights(this, topics, this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mayOperate().orRefuse();
        show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("operation.title"));
    }

    /// Whoever operates no longer sees nothing more.
    private void follow(RightsChanged changed) {
        if (!changed.concerns(reader)) {
            return;
        }
        Decision mayOperate = mayOperate();
        if (!mayOperate.allowed()) {
            removeAll();
            add(new Closed(tools.sentences().of(mayOperate, getLocale()), null));
        }
    }

    private Decision mayOperate() {
        return tools.permissions().decide(reader, Permission.OPERATE, Subject.ASSOCIATION);
    }

    private void show() {
        removeAll();
        var head = new Div(new H1(getTranslation("operation.title")));
        head.addClassName("page-head");
        var who =
                new Paragraph(
                        new Span(getTranslation("operation.about") + " "),
                        new PageLink(
                                Paths.rights(Paths.ASSOCIATION),
                                getTranslation("operation.rights")));
        add(head, who, new ServerFacts(tools, reader), new AuditSection(tools, reader));
    }
}
