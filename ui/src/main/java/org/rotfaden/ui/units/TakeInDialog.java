package org.rotfaden.ui.units;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.Email;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.AddressField;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.PersonPicker;

/// Takes somebody into a unit: who is new to the association, and then shows the password that is
/// to be handed over, or who is in it already.
final class TakeInDialog extends FormDialog {

    private enum Who {
        NEW,
        KNOWN
    }

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final boolean hasAgeLimit;
    private final RadioButtonGroup<Who> who =
            OneOf.shown(
                    "unit.take-in.who", List.of(Who.values()), value -> "unit.take-in." + value);
    private final TextField name = new TextField(getTranslation("member.name"));
    private final AddressField email = new AddressField();
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));
    private final PersonPicker person;
    private final Select<MembershipKind> kind;
    private final DayPicker from;
    private final DayPicker until = new DayPicker(getTranslation("unit.take-in.until"));

    TakeInDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.take-in.title", "members.admit.do", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
        LocalDate today = work.calendar().date();
        hasAgeLimit = work.rules().inForce(unit.id(), Rule.AGE_LIMIT).isPresent();
        person = new PersonPicker(getTranslation("unit.take-in.person"), work.inSightOf(by));
        from = new DayPicker(getTranslation("unit.take-in.from"), today);
        who.addValueChangeListener(chosen -> show(chosen.getValue()));
        show(who.getValue());
        kind = OneOf.folded("membership.kind", kinds(), known -> "membership.kind." + known);
        born.setMax(today);
        until.setHelperText(getTranslation("unit.take-in.until.help"));
        until.setMin(today);
        addFields(who, name, email, born, person, kind, from, until);
    }

    private List<MembershipKind> kinds() {
        return Arrays.stream(MembershipKind.values())
                .filter(known -> hasAgeLimit || known != MembershipKind.YOUTH_ONLY)
                .toList();
    }

    private void show(Who chosen) {
        boolean isNew = chosen == Who.NEW;
        name.setVisible(isNew);
        email.setVisible(isNew);
        born.setVisible(isNew && hasAgeLimit);
        person.setVisible(!isNew);
        refusals.about(name, "INVALID_NAME")
                .about(email, "INVALID_EMAIL", "EMAIL_TAKEN")
                .about(born, "INVALID_BORN")
                .about(isNew ? born : person, "TOO_OLD")
                .about(person, "ALREADY_AT_HOME")
                .about(until, "INVALID_TERM");
    }

    @Override
    protected void act() {
        if (!until.isSound() || !born.isSound()) {
            return;
        }
        from.chosen()
                .map(first -> new Term(first, until.getValue()))
                .ifPresent(term -> {
                    switch (who.getValue()) {
                        case NEW -> takeIn(term);
                        case KNOWN -> begin(term);
                    }
                });
    }

    private void takeIn(Term term) {
        Admitted admitted =
                work.memberships()
                        .takeIn(
                                by,
                                new NewMember(
                                        new Name(name.getValue()),
                                        new Email(email.getValue()),
                                        Right.WRITE,
                                        born.getValue()),
                                unit.id(),
                                kind.getValue(),
                                term);
        close();
        new PasswordDialog(admitted).open();
    }

    private void begin(Term term) {
        chosen(person, "unit.take-in.person.missing").ifPresent(known -> begin(known, term));
    }

    private void begin(Member known, Term term) {
        Membership begun =
                work.memberships()
                        .begin(by, new NewMembership(known.id(), unit.id(), kind.getValue(), term));
        done(
                getTranslation("unit.take-in.done", known.name(), unit.name()),
                () -> work.corrections().takeBack(by, begun.id()));
    }
}
