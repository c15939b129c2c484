package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;

/// Ends an office before its time: at once, or with a day.
final class EndOfficeDialog extends FormDialog {

    private enum Moment {
        AT_ONCE,
        WITH_A_DAY
    }

    private final transient OfficesAtWork work;
    private final transient Office office;
    private final transient MemberId by;
    private final String name;
    private final RadioButtonGroup<Moment> when;
    private final DayPicker lastDay;

    EndOfficeDialog(OfficesAtWork work, Body body, Unit unit, Office office, MemberId by) {
        boolean mine = office.member().equals(by);
        super(
                mine ? "office.lay-down.title" : "office.end.title",
                mine ? "office.lay-down" : "office.end",
                office.title());
        this.work = work;
        this.office = office;
        this.by = by;
        this.name = work.onRecord(by, List.of(office)).name(office);
        String where =
                body.kind() == BodyKind.EXECUTIVE_COMMITTEE
                        ? getTranslation("succession.rights-in-both", body.name(), unit.name())
                        : getTranslation("succession.rights-in", body.name());
        when =
                OneOf.shown(
                        "office.end.when",
                        List.of(Moment.values()),
                        moment -> "office.end." + moment);
        lastDay = new DayPicker(getTranslation("office.last-day"), work.today());
        lastDay.setHelperText(getTranslation("office.last-day.help"));
        lastDay.setMin(office.term().from());
        lastDay.setMax(office.term().end().orElseThrow());
        lastDay.setVisible(false);
        when.addValueChangeListener(
                change -> lastDay.setVisible(change.getValue() == Moment.WITH_A_DAY));
        addFields(
                new Paragraph(
                        getTranslation(
                                mine ? "office.lay-down.text" : "office.end.text", name, where)),
                when,
                lastDay);
    }

    @Override
    protected void act() {
        Optional<LocalDate> last =
                when.getValue() == Moment.AT_ONCE
                        ? Optional.of(work.today().minusDays(1))
                        : lastDay.chosen();
        if (last.isEmpty()) {
            return;
        }
        work.offices().end(by, office.id(), last.get());
        done(
                getTranslation("office.ended", office.title(), name),
                () -> work.corrections().continueAgain(by, office.body(), office.id()));
    }
}
