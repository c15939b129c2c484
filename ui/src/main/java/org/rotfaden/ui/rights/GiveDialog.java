package org.rotfaden.ui.rights;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.members.Given;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.PersonPicker;

/// Gives somebody a role at a thing, from a day on and until another or until further notice.
final class GiveDialog extends FormDialog {

    private final transient RightsAtWork work;
    private final transient Thing thing;
    private final transient MemberId by;
    private final PersonPicker person;
    private final RadioButtonGroup<Role> role;
    private final DayPicker from;
    private final DayPicker until;

    /// @param roles those that may be given here
    GiveDialog(RightsAtWork work, Thing thing, List<Role> roles, MemberId by) {
        super("rights.give.title", "rights.give.do", thing.name());
        this.work = work;
        this.thing = thing;
        this.by = by;
        person = new PersonPicker(getTranslation("rights.give.person"), work.inSightOf(by));
        person.setHelperText(getTranslation("rights.give.person.help"));
        person.setAutofocus(true);
        role = OneOf.shown("rights.give.role", roles, value -> thing.words("give", value));
        from = new DayPicker(getTranslation("rights.give.from"), work.today().date());
        until = new DayPicker(getTranslation("rights.give.until"));
        until.setHelperText(getTranslation("rights.give.until.help"));
        until.setMin(work.today().date());
        until.setClearButtonVisible(true);
        refusals.about(until, "INVALID_TERM");
        addFields(person, role, from, until);
    }

    @Override
    protected void act() {
        chosen(person, "rights.give.missing")
                .filter(_ -> until.isSound())
                .ifPresent(member ->
                        from.chosen()
                                .ifPresent(
                                        first -> give(member, new Term(first, until.getValue()))));
    }

    private void give(Member chosen, Term term) {
        Role role = this.role.getValue();
        Given given =
                work.grants().give(by, new NewGrant(chosen.id(), role, thing.subject(), term));
        done(
                getTranslation(
                        "rights.given", getTranslation("rights.role." + role), chosen.name()),
                () -> work.grantCorrections().takeBack(by, given));
    }
}
