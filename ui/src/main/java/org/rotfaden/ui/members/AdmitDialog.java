package org.rotfaden.ui.members;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.rotfaden.association.Name;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.AddressField;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.Passwords;
import org.rotfaden.ui.elements.Refusals;

/// Takes somebody in, and then shows the password that is to be handed over.
final class AdmitDialog extends Dialog {

    private final transient Members members;
    private final transient MemberId administrator;
    private final TextField name = new TextField(getTranslation("member.name"));
    private final AddressField email = new AddressField();
    private final Select<Right> right = new Select<>();
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));
    private final transient Refusals refusals =
            new Refusals()
                    .about(name, "INVALID_NAME", "UNREADABLE_WORDS")
                    .about(email, "INVALID_EMAIL", "EMAIL_TAKEN")
                    .about(born, "INVALID_BORN");

    AdmitDialog(Members members, MemberId administrator) {
        this.members = members;
        this.administrator = administrator;
        setHeaderTitle(getTranslation("members.admit"));
        setWidth("440px");
        name.setAutofocus(true);
        Passwords.autocomplete(name, "off");
        Passwords.autocomplete(email, "off");
        right.setLabel(getTranslation("members.right"));
        right.setItems(Right.values());
        right.setItemLabelGenerator(value -> getTranslation("right." + value));
        right.setValue(Right.WRITE);
        born.setHelperText(getTranslation("members.admit.born"));
        var form = new Div(name, email, right, born);
        form.addClassName("form");
        add(form);
        var admit = new Act(getTranslation("members.admit.do"), () -> admit());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        admit.addClickShortcut(Key.ENTER);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), admit);
    }

    private void admit() {
        refusals.clear();
        if (!born.isSound()) {
            return;
        }
        try {
            var newcomer =
                    new NewMember(
                            new Name(name.getValue()),
                            new Email(email.getValue()),
                            right.getValue(),
                            born.getValue());
            var admitted = members.admit(administrator, newcomer, Subject.ASSOCIATION);
            close();
            new PasswordDialog(admitted).open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}
