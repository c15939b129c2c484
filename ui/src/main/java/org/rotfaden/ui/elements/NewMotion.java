package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import java.util.Map;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Begins a motion and leads to it.
public final class NewMotion {

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

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
        var motion =
                motions.draft(new DraftMotion(author, owner, new FirstContent("", EMPTY, EMPTY)));
        page.getUI().ifPresent(ui -> ui.navigate(Paths.motion(motion.number().value())));
    }
}
