package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.FormDialog;

/// Asks whose a new motion will be.
final class NewMotionDialog extends FormDialog {

    private final transient Consumer<Named> begin;
    private final transient MemberId author;
    private final Select<Named> owner = new Select<>();

    /// @param owners of whom one is chosen; the first is taken for granted
    NewMotionDialog(List<Named> owners, MemberId author, Consumer<Named> begin) {
        super("motions.new", "motions.begin");
        this.author = author;
        this.begin = begin;
        owner.setLabel(getTranslation("motions.new-for"));
        owner.setItems(owners);
        owner.setItemLabelGenerator(this::nameOf);
        owner.addValueChangeListener(change -> explain(change.getValue()));
        owner.setValue(owners.getFirst());
        addFields(owner, new Paragraph(getTranslation("motions.new.text")));
    }

    private String nameOf(Named one) {
        return one.subject().equals(author.subject())
                ? getTranslation("motions.new-for.me")
                : one.name();
    }

    /// Who will write it with her.
    private void explain(Named chosen) {
        owner.setHelperText(
                getTranslation(
                        chosen.subject().equals(author.subject())
                                ? "motions.new-for.me.help"
                                : "motion.writers." + chosen.subject().type()));
    }

    @Override
    protected void act() {
        close();
        begin.accept(owner.getValue());
    }
}
