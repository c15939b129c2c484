package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Titles;

/// Founds a group; whoever does it hosts it.
@Route(GroupPaths.FOUND)
@PermitAll
class FoundGroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient WorkingGroups groups;
    private final transient Permissions permissions;
    private final transient MemberId founder;
    private final GroupForm form;
    private final Div trouble = new Div();
    private final transient Refusals refusals;

    FoundGroupView(
            WorkingGroups groups,
            Units units,
            Permissions permissions,
            CurrentMember currentMember) {
        this.groups = groups;
        this.permissions = permissions;
        this.founder = currentMember.get().member();
        this.form = new GroupForm(units.structure());
        this.refusals = new Refusals().wordsIn(form).othersIn(trouble);
        form.placeRefusals(refusals);
        addClassName("page");
        var back =
                new PageLink(
                        Paths.GROUPS, new Icon("back"), new Span(getTranslation("groups.title")));
        back.addClassName("back");
        var found = new Act(getTranslation("groups.found.do"), () -> found());
        found.addThemeVariants(ButtonVariant.PRIMARY);
        form.add(found);
        add(
                back,
                new H1(getTranslation("groups.found")),
                new Paragraph(getTranslation("groups.found.about")),
                trouble,
                form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.decide(founder, Permission.FOUND_GROUPS, Subject.ASSOCIATION).orRefuse();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("groups.found"));
    }

    private void found() {
        refusals.clear();
        try {
            WorkingGroup founded = groups.found(founder, form.description());
            getUI().ifPresent(ui -> ui.navigate(Paths.group(founded.slug())));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}
