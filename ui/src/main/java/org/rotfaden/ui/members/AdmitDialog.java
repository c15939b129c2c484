package org.rotfaden.ui.members;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.AddressField;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.Passwords;

/// Takes somebody in, and then shows the password that is to be handed over.
final class AdmitDialog extends FormDialog {

    private final transient Members members;
    private final transient MemberId administrator;
    private final TextField name = new TextField(getTranslation("member.name"));
    private final AddressField email = new AddressField();
    private final Select<Right> right;
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));

    AdmitDialog(Members members, MemberId administrator) {
        super("members.admit", "members.admit.do");
        this.members = members;
        this.administrator = administrator;
        name.setAutofocus(true);
        Passwords.autocomplete(name, "off");
        Passwords.autocomplete(email, "off");
        right = OneOf.folded("members.right", List.of(Right.values()), value -> "right." + value);
        right.setValue(Right.WRITE);
        born.setHelperText(getTranslation("members.admit.born"));
        refusals.about(name, "INVALID_NAME", "UNREADABLE_WORDS")
                .about(email, "INVALID_EMAIL", "EMAIL_TAKEN")
                .about(born, "INVALID_BORN");
        addFields(name, email, right, born);
        actsByEnter();
    }

    @Override
    protected void act() {
        if (!born.isSound()) {
            return;
        }
        var newcomer =
                new NewMember(
                        new Name(name.getValue()),
                        new Email(email.getValue()),
                        right.getValue(),
                        born.getValue());
        var admitted = members.admit(administrator, newcomer, Subject.ASSOCIATION);
        close();
        new PasswordDialog(admitted).open();
    }
}
