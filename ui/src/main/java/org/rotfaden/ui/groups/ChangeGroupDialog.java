package org.rotfaden.ui.groups;

import org.rotfaden.association.Name;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;

/// Describes a group otherwise.
final class ChangeGroupDialog extends FormDialog {

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId by;
    private final GroupForm form;

    ChangeGroupDialog(GroupsAtWork work, Units units, WorkingGroup group, MemberId by) {
        super("group.change.title", "group.change.do", group.name());
        setWidth("560px");
        this.work = work;
        this.group = group;
        this.by = by;
        this.form = new GroupForm(units.structure()).show(group, units.structure());
        form.placeRefusals(refusals);
        addFields(form);
    }

    @Override
    protected void act() {
        WorkingGroup changed =
                work.groups().change(by, group.id(), form.description(), group.version());
        done(
                getTranslation("group.changed", changed.name()),
                () -> work.groups().change(by, group.id(), before(), changed.version()));
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
