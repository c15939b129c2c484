package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Ends an office before its time: at once, or with a day.
final class EndOfficeDialog extends Dialog {

    private enum Moment {
        AT_ONCE,
        WITH_A_DAY
    }

    private final transient OfficesAtWork work;
    private final transient Office office;
    private final transient MemberId by;
    private final boolean mine;
    private final String name;
    private final RadioButtonGroup<Moment> when = new RadioButtonGroup<>();
    private final DayPicker lastDay;
    private final Div trouble = new Div();
    private final transient Refusals refusals = new Refusals().othersIn(trouble);

    EndOfficeDialog(OfficesAtWork work, Body body, Unit unit, Office office, MemberId by) {
        this.work = work;
        this.office = office;
        this.by = by;
        this.mine = office.member().equals(by);
        this.name = work.onRecord(by, List.of(office)).name(office);
        setHeaderTitle(
                getTranslation(
                        mine ? "office.lay-down.title" : "office.end.title", office.title()));
        setWidth("440px");
        String where =
                body.kind() == BodyKind.EXECUTIVE_COMMITTEE
                        ? getTranslation("succession.rights-in-both", body.name(), unit.name())
                        : getTranslation("succession.rights-in", body.name());
        when.setLabel(getTranslation("office.end.when"));
        when.setItems(Moment.values());
        when.setItemLabelGenerator(moment -> getTranslation("office.end." + moment));
        when.setValue(Moment.AT_ONCE);
        lastDay = new DayPicker(getTranslation("office.last-day"), work.today());
        lastDay.setHelperText(getTranslation("office.last-day.help"));
        lastDay.setMin(office.term().from());
        lastDay.setMax(office.term().end().orElseThrow());
        lastDay.setVisible(false);
        when.addValueChangeListener(
                change -> lastDay.setVisible(change.getValue() == Moment.WITH_A_DAY));
        var form =
                new Div(
                        trouble,
                        new Paragraph(
                                getTranslation(
                                        mine ? "office.lay-down.text" : "office.end.text",
                                        name,
                                        where)),
                        when,
                        lastDay);
        form.addClassName("form");
        add(form);
        var end = new Act(getTranslation(mine ? "office.lay-down" : "office.end"), () -> end());
        end.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), end);
    }

    private void end() {
        refusals.clear();
        Optional<LocalDate> last =
                when.getValue() == Moment.AT_ONCE
                        ? Optional.of(work.today().minusDays(1))
                        : lastDay.chosen();
        if (last.isEmpty()) {
            return;
        }
        try {
            work.offices().end(by, office.id(), last.get());
            close();
            new Undoable(
                            getTranslation("office.ended", office.title(), name),
                            () -> work.corrections().continueAgain(by, office.body(), office.id()))
                    .open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}
