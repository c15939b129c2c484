package org.rotfaden.ui.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
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
    private transient QueryParameters address = QueryParameters.empty();

    OperationView(OperatorsTools tools, CurrentMember currentMember, Live live) {
        this.tools = tools;
        this.reader = currentMember.get().member();
        addClassNames("page", "operation-page");
        live.page(this, reader, this::show).needs(() -> mayOperate().orRefuse());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mayOperate().orRefuse();
        address = event.getLocation().getQueryParameters();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("operation.title"));
    }

    private Decision mayOperate() {
        return tools.permissions().decide(reader, Permission.OPERATE, Subject.ASSOCIATION);
    }

    private void show() {
        removeAll();
        var facts = new ServerFacts(tools, reader);
        var condition = new Condition(tools, reader);
        var trail = new AuditSection(tools, reader, address, said -> address = said);
        var readAgain =
                new Act(
                        getTranslation("operation.refresh"),
                        () -> {
                            condition.show();
                            facts.show();
                            trail.show();
                        });
        var head = new Div(new H1(getTranslation("operation.title")), readAgain);
        head.addClassName("page-head");
        var who =
                new Paragraph(
                        new Span(getTranslation("operation.about") + " "),
                        new PageLink(
                                Paths.rights(Paths.ASSOCIATION),
                                getTranslation("operation.rights")),
                        new Span(" · "),
                        new PageLink(Paths.PATTERNS, getTranslation("patterns.title")));
        add(head, condition, who, facts, trail);
    }
}
