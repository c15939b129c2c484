package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.web.Sentences;

/// The heading of the list of motions, with the way to a new one for those who may write. Whoever
/// may write for several chooses for whom.
final class MotionListHead extends Div {

    private final transient Motions motions;
    private final transient Permissions permissions;
    private final transient SubjectTypes types;
    private final transient Sentences sentences;
    private final transient MemberId reader;
    private final Span action = new Span();
    private transient @Nullable Named chosen;

    MotionListHead(
            Motions motions,
            Permissions permissions,
            SubjectTypes types,
            Sentences sentences,
            MemberId reader,
            Live live) {
        this.motions = motions;
        this.permissions = permissions;
        this.types = types;
        this.sentences = sentences;
        this.reader = reader;
        addClassName("page-head");
        action.addClassName("with-why");
        add(new H1(getTranslation("motions.title")), action);
        live.page(this, reader, this::showAction);
    }

    private void showAction() {
        List<Named> writable = types.find(permissions.actsFor(reader), reader);
        Select<Named> owner = choice(writable);
        var begin =
                new Act(
                        getTranslation("motions.new"),
                        new Icon("plus"),
                        () -> begin(owner.getValue()));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.getElement().setAttribute("data-keys", "n");
        begin.setEnabled(!writable.isEmpty());
        action.removeAll();
        if (writable.size() > 1) {
            action.add(owner);
        }
        action.add(begin);
        if (writable.isEmpty()) {
            Decision mayWrite = permissions.decide(reader, Permission.ACT_FOR, Subject.ASSOCIATION);
            action.add(new Why(sentences.of(mayWrite, getLocale())));
        }
    }

    private Select<Named> choice(List<Named> writable) {
        var owner = new Select<Named>();
        owner.addClassName("for-whom");
        owner.setAriaLabel(getTranslation("motions.new-for"));
        owner.setItems(writable);
        owner.setItemLabelGenerator(Named::name);
        writable.stream()
                .filter(one -> one.equals(chosen))
                .findFirst()
                .or(() -> writable.stream().findFirst())
                .ifPresent(owner::setValue);
        owner.addValueChangeListener(change -> chosen = change.getValue());
        return owner;
    }

    private void begin(Named owner) {
        NewMotion.begin(this, motions, reader, owner.subject());
    }
}
