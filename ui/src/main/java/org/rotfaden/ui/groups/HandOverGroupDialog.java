package org.rotfaden.ui.groups;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.groups.Participation;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;

/// Hands the lead of a group over to somebody who takes part, and stays or leaves.
final class HandOverGroupDialog extends FormDialog {

    private enum Then {
        STAY,
        LEAVE
    }

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId by;
    private final ComboBox<Member> successor =
            new ComboBox<>(getTranslation("group.hand-over.successor"));
    private final RadioButtonGroup<Then> then =
            OneOf.shown(
                    "group.hand-over.then",
                    List.of(Then.values()),
                    value -> "group.hand-over." + value);

    HandOverGroupDialog(GroupsAtWork work, WorkingGroup group, MemberId by, boolean leaves) {
        super("group.hand-over", "group.hand-over");
        this.work = work;
        this.group = group;
        this.by = by;
        List<Member> others =
                work.people(
                        work.groups().participations(by, group.id()).stream()
                                .filter(taking -> taking.state().takesPart())
                                .map(Participation::member)
                                .filter(member -> !member.equals(by))
                                .toList());
        if (others.isEmpty()) {
            onlySay(getTranslation("group.hand-over.nobody"));
            return;
        }
        successor.setItems(others);
        successor.setItemLabelGenerator(Member::name);
        successor.setAutofocus(true);
        then.setValue(leaves ? Then.LEAVE : Then.STAY);
        refusals.about(successor, "NOT_IN_GROUP");
        addFields(successor, then);
    }

    @Override
    protected void act() {
        chosen(successor, "group.hand-over.missing")
                .ifPresent(host -> {
                    switch (then.getValue()) {
                        case STAY -> work.groups().handOverAndStay(by, group.id(), host.id());
                        case LEAVE -> work.groups().handOver(by, group.id(), host.id());
                    }
                    close();
                });
    }
}
