package org.rotfaden.ui.motions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.ArrayList;
import java.util.List;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Paths;

/// Begins a motion and leads to it.
@org.springframework.stereotype.Component
public class NewMotion {

    private final Motions motions;
    private final Permissions permissions;
    private final SubjectTypes types;

    NewMotion(Motions motions, Permissions permissions, SubjectTypes types) {
        this.motions = motions;
        this.permissions = permissions;
        this.types = types;
    }

    /// The way to a new one of a place.
    ///
    /// @param page on which the button is
    /// @param owner whose motion it will be
    public Act button(Component page, MemberId author, Subject owner) {
        return button(page, () -> begin(page, author, owner));
    }

    /// The way to a new one for whoever may choose whose it will be.
    Act button(Component page, MemberId author) {
        return button(page, () -> ask(page, author, ""));
    }

    /// Asks whose motion it will be, where there is a choice.
    ///
    /// @param page from where
    /// @param open the path of the page that is open: where the reader may write for what is shown
    ///   there, that is the first choice; otherwise the motion is her own
    public void ask(Component page, MemberId author, String open) {
        List<Named> owners = ownersFor(author, open);
        if (owners.size() == 1) {
            begin(page, author, owners.getFirst().subject());
        } else {
            new NewMotionDialog(owners, author, owner -> begin(page, author, owner.subject()))
                    .open();
        }
    }

    /// For whom somebody may write, the most likely first.
    private List<Named> ownersFor(MemberId author, String open) {
        List<Named> owners = new ArrayList<>(types.find(permissions.actsFor(author), author));
        toFront(owners, author.subject());
        Paths.thingAt(open)
                .flatMap(path -> types.named(path, author))
                .ifPresent(here -> toFront(owners, here.subject()));
        return owners;
    }

    private static void toFront(List<Named> owners, Subject which) {
        owners.stream()
                .filter(owner -> owner.subject().equals(which))
                .findFirst()
                .ifPresent(first -> {
                    owners.remove(first);
                    owners.addFirst(first);
                });
    }

    private Act button(Component page, Runnable begin) {
        var button = new Act(page.getTranslation("motions.new"), new Icon("plus"), begin);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.getElement().setAttribute("data-keys", "n");
        return button;
    }

    private void begin(Component page, MemberId author, Subject owner) {
        var motion = motions.draft(new DraftMotion(author, owner, FirstContent.titled("")));
        page.getUI().ifPresent(ui -> ui.navigate(Paths.motion(motion.number().value())));
    }
}
