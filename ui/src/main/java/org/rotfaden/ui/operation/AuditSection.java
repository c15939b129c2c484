package org.rotfaden.ui.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.audit.AuditEntry;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.When;

/// The audit trail: whether its chain is whole, and what was done last. Ids only: who is behind
/// them stands elsewhere, for those who may see names there.
final class AuditSection extends Section {

    private static final int LATEST = 25;

    private final transient OperatorsTools tools;
    private final transient MemberId reader;
    private final Div latest = new Div();

    AuditSection(OperatorsTools tools, MemberId reader) {
        this.tools = tools;
        this.reader = reader;
        add(
                new H2(getTranslation("operation.audit")),
                new Paragraph(getTranslation("operation.audit.about")),
                new ChainCheck(tools, reader),
                latest);
        show();
    }

    /// What was done last.
    void show() {
        latest.removeAll();
        List<AuditEntry> entries = tools.audit().latest(reader, LATEST);
        if (entries.isEmpty()) {
            latest.add(new Paragraph(getTranslation("operation.audit.empty")));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "trail");
        entries.forEach(entry -> rows.add(row(entry)));
        latest.add(new H3(getTranslation("operation.audit.latest")), rows);
    }

    private ListItem row(AuditEntry entry) {
        var number = new Span("#" + entry.sequence());
        number.addClassName("about");
        var what = new Div(number, new Span(words("audit.", entry.action())));
        what.addClassName("what");
        var when = new When(entry.at(), tools.clock());
        when.addClassName("about");
        var ids = new Div(id("operation.audit.by", entry.actor().toString()));
        ids.add(id("operation.audit.subject", words(entry.subject())));
        if (entry.concerned() != null) {
            ids.add(id("operation.audit.concerned", entry.concerned().toString()));
        }
        ids.addClassName("ids");
        return new ListItem(what, when, ids);
    }

    private Div id(String words, String id) {
        return new Div(new Span(getTranslation(words) + " "), new Span(id));
    }

    private String words(Subject subject) {
        return words("operation.subject.", subject.type()) + " " + subject.id();
    }

    /// What a version to come writes has only its code.
    private String words(String kind, String code) {
        String words = getTranslation(kind + code);
        return words.equals(kind + code) ? code : words;
    }
}
