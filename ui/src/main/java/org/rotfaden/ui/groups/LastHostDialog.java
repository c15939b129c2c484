package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;

/// Tells the last host what to do before she leaves.
final class LastHostDialog extends Dialog {

    LastHostDialog(GroupsAtWork work, WorkingGroup group, MemberId host) {
        setHeaderTitle(getTranslation("group.last-host.title"));
        setWidth("440px");
        add(new Paragraph(getTranslation("group.last-host.text")));
        var handOver =
                new Act(
                        getTranslation("group.hand-over"),
                        () -> {
                            close();
                            new HandOverGroupDialog(work, group, host, true).open();
                        });
        handOver.addThemeVariants(ButtonVariant.PRIMARY);
        var archive =
                new Act(
                        getTranslation("group.archive"),
                        () -> {
                            close();
                            GroupAdministration.askAndArchive(this, work, group, host);
                        });
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), archive, handOver);
    }
}
