package org.rotfaden.ui.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rotfaden.audit.AuditEntry;
import org.rotfaden.audit.AuditKind;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.NativeChoice;
import org.rotfaden.ui.elements.PageAddress;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.operation.AuditFilter.Period;

/// The audit trail: whether its chain is whole, and what was done last. People and texts are ids
/// there: who is behind them stands elsewhere, for those who may see names.
final class AuditSection extends Section {

    private static final int AT_ONCE = 25;

    private final transient OperatorsTools tools;
    private final transient MemberId reader;
    private final NativeChoice<Optional<AuditKind>> kind =
            new NativeChoice<>(
                    getTranslation("operation.audit.kind"),
                    one -> nameOf(one),
                    one -> narrow(filter().about(one.orElse(null))));
    private final NativeChoice<Period> period =
            new NativeChoice<>(
                    getTranslation("operation.audit.period"),
                    one -> getTranslation("operation.audit.period." + one),
                    one -> narrow(filter().within(one)));
    private final PlainRows<Long, AuditRow.Shown> rows =
            new PlainRows<>(shown -> shown.entry().sequence(), this::row);
    private final Paragraph nothing = new Paragraph(getTranslation("operation.audit.empty"));
    private final Act more = new Act(getTranslation("operation.audit.more"), () -> showMore());
    private final transient Consumer<QueryParameters> narrowed;
    private transient AuditFilter filter;
    private int most = AT_ONCE;

    /// @param narrowed told what is shown when that is chosen
    AuditSection(
            OperatorsTools tools,
            MemberId reader,
            QueryParameters address,
            Consumer<QueryParameters> narrowed) {
        this.narrowed = narrowed;
        this.tools = tools;
        this.reader = reader;
        this.filter = AuditFilter.of(address);
        rows.addClassName("trail");
        more.addClassName("more");
        nothing.getElement().setAttribute("role", "status");
        var narrowing = new Div(kind, period);
        narrowing.addClassName("filter");
        add(
                new H2(getTranslation("operation.audit")),
                new Paragraph(getTranslation("operation.audit.about")),
                new ChainCheck(tools, reader),
                new H3(getTranslation("operation.audit.latest")),
                narrowing,
                rows,
                nothing,
                more);
        show();
    }

    /// What was done last.
    void show() {
        kind.show(
                Stream.concat(
                                Stream.of(Optional.<AuditKind>empty()),
                                Stream.of(AuditKind.values()).map(Optional::of))
                        .toList(),
                Optional.ofNullable(filter.kind()));
        period.show(List.of(Period.values()), filter.period());
        List<AuditEntry> found =
                tools.audit().latest(reader, filter.query(tools.clock()), 0, most + 1);
        List<AuditEntry> entries = found.stream().limit(most).toList();
        var places = AuditRow.Places.of(entries, tools.types(), reader);
        rows.show(entries.stream().map(places::shown).toList());
        nothing.setVisible(entries.isEmpty());
        more.setVisible(found.size() > most);
    }

    private AuditFilter filter() {
        return filter;
    }

    private void narrow(AuditFilter next) {
        filter = next;
        most = AT_ONCE;
        narrowed.accept(next.address());
        PageAddress.say(this, Paths.OPERATION, next.address());
        show();
    }

    private void showMore() {
        int before = rows.count();
        most += AT_ONCE;
        show();
        rows.focusAfter(before);
    }

    private AuditRow row(AuditRow.Shown shown) {
        return new AuditRow(shown, tools.clock());
    }

    private String nameOf(Optional<AuditKind> one) {
        return getTranslation("operation.audit.kind." + one.map(Enum::name).orElse("any"));
    }
}
