package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.rotfaden.members.Member;
import org.rotfaden.security.BrokenRule;

/// Corrects when a member was born. Whoever slipped takes it back.
public final class BornDialog extends Dialog {

    private final transient Member member;
    private final transient Consumer<LocalDate> correct;
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));
    private final Div trouble = new Div();
    private final transient Refusals refusals =
            new Refusals().about(born, "INVALID_BORN").othersIn(trouble);

    /// @param member as it is known now
    /// @param correct what to do with the right date
    public BornDialog(Member member, LocalDate today, Consumer<LocalDate> correct) {
        this.member = member;
        this.correct = correct;
        setHeaderTitle(getTranslation("born.title", member.name()));
        setWidth("440px");
        born.setValue(member.born());
        born.setMax(today);
        var form = new Div(trouble, new Paragraph(getTranslation("born.text")), born);
        form.addClassName("form");
        add(form);
        var save = new Act(getTranslation("born.save"), () -> born.chosen().ifPresent(this::save));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), save);
    }

    private void save(LocalDate chosen) {
        refusals.clear();
        try {
            correct.accept(chosen);
        } catch (BrokenRule broken) {
            refusals.show(broken);
            return;
        }
        close();
        LocalDate before = member.born();
        if (before != null) {
            new Undoable(getTranslation("born.done", member.name()), () -> correct.accept(before))
                    .open();
        }
    }
}
