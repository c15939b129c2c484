package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Describes a group otherwise.
final class ChangeGroupDialog extends Dialog {

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId by;
    private final GroupForm form;
    private final transient Refusals refusals;

    ChangeGroupDialog(GroupsAtWork work, Units units, WorkingGroup group, MemberId by) {
        this.work = work;
        this.group = group;
        this.by = by;
        this.form = new GroupForm(units.structure()).show(group, units.structure());
        this.refusals = form.refusals();
        setHeaderTitle(getTranslation("group.change.title", group.name()));
        setWidth("560px");
        add(form);
        var change = new Act(getTranslation("group.change.do"), () -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), change);
    }

    private void change() {
        refusals.clear();
        try {
            WorkingGroup changed =
                    work.groups().change(by, group.id(), form.description(), group.version());
            close();
            new Undoable(
                            getTranslation("group.changed", changed.name()),
                            () -> work.groups().change(by, group.id(), before(), changed.version()))
                    .open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    private GroupDescription before() {
        return new GroupDescription(
                new Name(group.name()),
                group.purpose(),
                group.kind(),
                group.admission(),
                group.units());
    }
}
