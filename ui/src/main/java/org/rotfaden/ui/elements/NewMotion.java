package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
public final class NewMotion extends Button {

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    /// @param owner whose motion it will be
    public NewMotion(Motions motions, MemberId author, Subject owner) {
        super(new Icon("plus"));
        setText(getTranslation("motions.new"));
        addThemeVariants(ButtonVariant.PRIMARY);
        getElement().setAttribute("data-keys", "n");
        setDisableOnClick(true);
        addClickListener(_ -> begin(this, motions, author, owner));
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
