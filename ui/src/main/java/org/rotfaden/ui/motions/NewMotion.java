package org.rotfaden.ui.motions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Paths;

/// Begins a motion and leads to it.
public final class NewMotion {

    private NewMotion() {}

    /// The way to a new one.
    ///
    /// @param owner whose motion it will be
    public static Act button(Component page, Motions motions, MemberId author, Subject owner) {
        var button =
                new Act(
                        page.getTranslation("motions.new"),
                        new Icon("plus"),
                        () -> begin(page, motions, author, owner));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.getElement().setAttribute("data-keys", "n");
        return button;
    }

    /// Begins a motion of an owner.
    ///
    /// @param page from where
    public static void begin(Component page, Motions motions, MemberId author, Subject owner) {
        var motion = motions.draft(new DraftMotion(author, owner, FirstContent.titled("")));
        page.getUI().ifPresent(ui -> ui.navigate(Paths.motion(motion.number().value())));
    }
}
