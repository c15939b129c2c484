package org.rotfaden.ui.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import org.rotfaden.installation.ServerState;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.When;

/// How the server is, in numbers.
final class ServerFacts extends Section {

    private static final int MEGABYTE = 1_000_000;
    private static final int GIGABYTE = 1_000_000_000;

    private final transient OperatorsTools tools;
    private final transient MemberId reader;
    private final DescriptionList facts = new DescriptionList();

    ServerFacts(OperatorsTools tools, MemberId reader) {
        this.tools = tools;
        this.reader = reader;
        facts.addClassName("facts");
        add(new H2(getTranslation("operation.server")), facts);
        show();
    }

    /// As it is now.
    void show() {
        facts.removeAll();
        ServerState state = tools.operation().state(reader);
        if (!state.node().isEmpty()) {
            fact("node", new Span(state.node()));
        }
        fact("health", new Span(getTranslation("operation.health." + tools.health().state())));
        fact(
                "version",
                new Span(
                        state.version().isEmpty()
                                ? getTranslation("operation.version.unknown")
                                : state.version()));
        fact("since", new When(state.startedAt(), tools.clock()));
        fact("database", new Span(size(state.database())));
        fact(
                "disk",
                new Span(
                        getTranslation(
                                "operation.disk.free", size(state.free()), size(state.disk()))));
        fact(
                "trail",
                new Span(
                        getTranslation(
                                state.trailIsKept()
                                        ? "operation.trail.kept"
                                        : "operation.trail.open")));
        fact("members", number(state.counted().members()));
        fact("units", number(state.counted().units()));
        fact("motions", number(state.counted().motions()));
        fact("connections", number(state.connections()));
        fact("following", number(state.following()));
        fact("nodes", new Span(getTranslation("operation.nodes." + tools.others().state())));
        fact("waiting", number(tools.followers().waiting()));
    }

    private void fact(String what, Component value) {
        facts.add(new Term(getTranslation("operation." + what)), new Description(value));
    }

    private Span number(long number) {
        return new Span(NumberFormat.getIntegerInstance(getLocale()).format(number));
    }

    private String size(long bytes) {
        var format = NumberFormat.getNumberInstance(getLocale());
        format.setMaximumFractionDigits(1);
        return bytes < GIGABYTE
                ? format.format((double) bytes / MEGABYTE) + " MB"
                : format.format((double) bytes / GIGABYTE) + " GB";
    }
}
