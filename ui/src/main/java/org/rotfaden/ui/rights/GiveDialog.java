package org.rotfaden.ui.rights;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.members.Given;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Gives somebody a role at a thing, from a day on and until another or until further notice.
final class GiveDialog extends Dialog {

    private final transient RightsAtWork work;
    private final transient Thing thing;
    private final transient MemberId by;
    private final PersonPicker person;
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>();
    private final DayPicker from;
    private final DayPicker until;
    private final Div trouble = new Div();
    private final transient Refusals refusals;

    /// @param roles those that may be given here
    GiveDialog(RightsAtWork work, Thing thing, List<Role> roles, MemberId by) {
        this.work = work;
        this.thing = thing;
        this.by = by;
        setHeaderTitle(getTranslation("rights.give.title", thing.name()));
        setWidth("480px");
        person = new PersonPicker(getTranslation("rights.give.person"), work.inSightOf(by));
        person.setHelperText(getTranslation("rights.give.person.help"));
        person.setAutofocus(true);
        role.setLabel(getTranslation("rights.give.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(value -> getTranslation(thing.words("give", value)));
        role.setValue(roles.getFirst());
        from = new DayPicker(getTranslation("rights.give.from"), work.today().date());
        until = new DayPicker(getTranslation("rights.give.until"));
        until.setHelperText(getTranslation("rights.give.until.help"));
        until.setMin(work.today().date());
        until.setClearButtonVisible(true);
        refusals = new Refusals().about(until, "INVALID_TERM").othersIn(trouble);
        var form = new Div(trouble, person, role, from, until);
        form.addClassName("form");
        add(form);
        var give = new Act(getTranslation("rights.give.do"), () -> give());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), give);
    }

    private void give() {
        refusals.clear();
        Member chosen = person.getValue();
        if (chosen == null) {
            Refusals.show(person, getTranslation("rights.give.missing"));
            return;
        }
        if (!until.isSound()) {
            return;
        }
        from.chosen()
                .ifPresent(first -> {
                    try {
                        give(chosen, new Term(first, until.getValue()));
                    } catch (BrokenRule broken) {
                        refusals.show(broken);
                    }
                });
    }

    private void give(Member chosen, Term term) {
        Role role = this.role.getValue();
        Given given =
                work.grants().give(by, new NewGrant(chosen.id(), role, thing.subject(), term));
        close();
        new Undoable(
                        getTranslation(
                                "rights.given",
                                getTranslation("rights.role." + role),
                                chosen.name()),
                        () -> work.grantCorrections().takeBack(by, given))
                .open();
    }
}
