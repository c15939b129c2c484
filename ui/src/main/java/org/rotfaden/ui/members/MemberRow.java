package org.rotfaden.ui.members;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.ui.elements.Act;

/// A member in the list of members, with what she may do.
final class MemberRow extends ListItem {

    MemberRow(
            Member member,
            boolean administers,
            Consumer<Right> changed,
            Runnable correctBorn,
            Runnable renewPassword) {
        var name = new Span(member.name());
        name.addClassName("name");
        var email = new Div(member.email().value());
        email.addClassName("about");
        var person = new Div(name);
        person.addClassName("person");
        if (administers) {
            var badge = new Span(getTranslation("members.administrator"));
            badge.addClassName("badge");
            person.add(badge);
        }
        person.add(email);
        var right = new Select<Right>();
        right.setItems(Right.values());
        right.setItemLabelGenerator(value -> getTranslation("right." + value));
        right.setValue(member.right());
        right.setAriaLabel(getTranslation("members.right-of", member.name()));
        right.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue());
            }
        });
        var renew = new Act(getTranslation("members.renew"), () -> renewPassword.run());
        renew.addThemeVariants(ButtonVariant.TERTIARY);
        renew.setAriaLabel(getTranslation("members.renew-of", member.name()));
        var born = new Act(getTranslation("born"), () -> correctBorn.run());
        born.addThemeVariants(ButtonVariant.TERTIARY);
        born.setAriaLabel(getTranslation("born.title", member.name()));
        var acts = new Div(right, born, renew);
        acts.addClassName("acts");
        add(person, acts);
    }
}
