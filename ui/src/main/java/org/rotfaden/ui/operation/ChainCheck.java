package org.rotfaden.ui.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rotfaden.audit.AuditChain.Finding;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Trouble;

/// Checks the chain of the audit trail when asked; says how far it is, and can be stopped.
final class ChainCheck extends Div {

    private final transient OperatorsTools tools;
    private final transient MemberId reader;
    private final transient AtomicBoolean stopped = new AtomicBoolean();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph far = new Paragraph();
    private final Div result = new Div();
    private final Act check;
    private final Act stop;

    ChainCheck(OperatorsTools tools, MemberId reader) {
        this.tools = tools;
        this.reader = reader;
        addClassName("chain-check");
        check = new Act(getTranslation("operation.audit.check"), () -> begin());
        check.setDisableOnClick(true);
        stop = new Act(getTranslation("cancel"), () -> stopped.set(true));
        bar.getElement().setAttribute("aria-label", getTranslation("operation.audit.progress"));
        result.getElement().setAttribute("role", "status");
        add(check, bar, far, stop, result);
        showRunning(false);
    }

    /// Whoever leaves the page needs no answer.
    private void begin() {
        UI ui = UI.getCurrent();
        result.removeAll();
        stopped.set(false);
        showRunning(true);
        addDetachListener(_ -> stopped.set(true));
        Thread.startVirtualThread(() -> run(ui));
    }

    private void run(UI ui) {
        try {
            Finding found =
                    tools.audit()
                            .check(
                                    reader,
                                    (entries, all) -> {
                                        tell(ui, () -> show(entries, all));
                                        return !stopped.get();
                                    });
            tell(ui, () -> show(found));
        } catch (BrokenRule broken) {
            tell(ui, () -> end(new Trouble(null, tools.sentences().of(broken, getLocale()))));
        } catch (RuntimeException failure) {
            tell(ui, () -> end(new Trouble(null, getTranslation("failure.text"))));
            throw failure;
        }
    }

    private void show(long entries, long all) {
        bar.setMax((double) Math.max(1, all));
        bar.setValue((double) entries);
        far.setText(getTranslation("operation.audit.far", entries, all));
    }

    private void show(Finding found) {
        if (stopped.get()) {
            end(new Paragraph(getTranslation("operation.audit.stopped", found.intact())));
        } else if (found.isUnbroken()) {
            end(
                    new Paragraph(
                            getTranslation(
                                    "operation.audit.unbroken", found.intact(), found.lastHash())));
        } else {
            end(
                    new Trouble(
                            getTranslation("operation.audit.broken"),
                            getTranslation(
                                    "operation.audit.broken.text",
                                    found.firstBroken().getAsLong(),
                                    found.intact(),
                                    found.lastHash())));
        }
    }

    private void end(Component said) {
        showRunning(false);
        result.removeAll();
        result.add(said);
    }

    private void showRunning(boolean runs) {
        check.setEnabled(!runs);
        bar.setVisible(runs);
        far.setVisible(runs);
        stop.setVisible(runs);
    }

    private static void tell(UI ui, Runnable shown) {
        try {
            var _ = ui.access(shown::run);
        } catch (UIDetachedException closedMeanwhile) {
            // nobody looks any more
        }
    }
}
