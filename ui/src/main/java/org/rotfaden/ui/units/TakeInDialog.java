package org.rotfaden.ui.units;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.Email;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.PasswordDialog;

/// Takes somebody into a unit who was not in the association before, and shows the password that is
/// to be handed over.
final class TakeInDialog extends UnitDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final TextField name = new TextField(getTranslation("member.name"));
    private final EmailField email = new EmailField(getTranslation("login.email"));
    private final Select<MembershipKind> kind = new Select<>();
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));

    TakeInDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.take-in.title", "members.admit.do", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
        boolean hasAgeLimit = work.rules().inForce(unit.id(), Rule.AGE_LIMIT).isPresent();
        name.setAutofocus(true);
        kind.setLabel(getTranslation("membership.kind"));
        kind.setItems(kinds(hasAgeLimit));
        kind.setItemLabelGenerator(known -> getTranslation("membership.kind." + known));
        kind.setValue(MembershipKind.FULL);
        born.setVisible(hasAgeLimit);
        born.setMax(work.calendar().date());
        refusals.about(name, "INVALID_NAME")
                .about(email, "INVALID_EMAIL", "EMAIL_TAKEN")
                .about(born, "TOO_OLD");
        addFields(name, email, kind, born);
    }

    private static List<MembershipKind> kinds(boolean hasAgeLimit) {
        return Arrays.stream(MembershipKind.values())
                .filter(known -> hasAgeLimit || known != MembershipKind.YOUTH_ONLY)
                .toList();
    }

    @Override
    void act() {
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
                                Term.since(work.calendar().date()));
        close();
        new PasswordDialog(admitted).open();
    }
}
