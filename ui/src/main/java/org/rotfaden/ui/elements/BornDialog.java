package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.rotfaden.members.Member;

/// Corrects when a member was born. Whoever slipped takes it back.
public final class BornDialog extends FormDialog {

    private final transient Member member;
    private final transient Consumer<LocalDate> correct;
    private final DayPicker born = new DayPicker(getTranslation("membership.born"));

    /// @param member as it is known now
    /// @param correct what to do with the right date
    public BornDialog(Member member, LocalDate today, Consumer<LocalDate> correct) {
        super("born.title", "born.save", member.name());
        this.member = member;
        this.correct = correct;
        born.setValue(member.born());
        born.setMax(today);
        refusals.about(born, "INVALID_BORN");
        addFields(new Paragraph(getTranslation("born.text")), born);
    }

    @Override
    protected void act() {
        born.chosen()
                .ifPresent(chosen -> {
                    correct.accept(chosen);
                    LocalDate before = member.born();
                    if (before == null) {
                        close();
                    } else {
                        done(
                                getTranslation("born.done", member.name()),
                                () -> correct.accept(before));
                    }
                });
    }
}
