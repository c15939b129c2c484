package org.rotfaden.ui.association;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.organisation.units.TreeEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;

/// The association: its trees, who administers it.
@Route(Paths.ASSOCIATION)
@PermitAll
class AssociationView extends Div implements HasDynamicTitle {

    private final transient ExplicitGrants grants;
    private final transient Members members;
    private final transient Units units;
    private final transient AssociationName name;

    AssociationView(
            ExplicitGrants grants,
            Members members,
            Units units,
            AssociationName name,
            CurrentMember currentMember,
            Live live) {
        this.grants = grants;
        this.members = members;
        this.units = units;
        this.name = name;
        addClassNames("page", "association-page");
        live.page(this, currentMember.get().member(), this::show)
                .hears(AssociationEvent.class)
                .hears(TreeEvent.class)
                .hears(UnitEvent.class)
                .hears(RoleEvent.class, event -> event.where().equals(Subject.ASSOCIATION));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(name.toString());
    }

    private void show() {
        var head = new Div(new H1(name.toString()));
        head.addClassName("page-head");
        removeAll();
        add(head, trees(), administrators());
    }

    private Section trees() {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        units.structure()
                .trees()
                .forEach(tree -> rows.add(new ListItem(PageLink.named(Paths.UNITS, tree.name()))));
        return new Section(
                new H2(getTranslation("units.title")),
                rows.getComponentCount() == 0 ? new Paragraph(getTranslation("units.none")) : rows);
    }

    private Section administrators() {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        grants.at(Subject.ASSOCIATION).stream()
                .filter(grant -> grant.role() == Role.ADMINISTRATOR)
                .map(ExplicitGrant::member)
                .distinct()
                .map(members::find)
                .flatMap(Optional::stream)
                .map(AssociationView::row)
                .forEach(rows::add);
        return new Section(
                new H2(getTranslation("association.administrators")),
                rows,
                new Paragraph(
                        new PageLink(
                                Paths.rights(Paths.ASSOCIATION), getTranslation("rights.link"))));
    }

    private static ListItem row(Member member) {
        return new ListItem(new PageLink(Paths.person(member.slug()), member.name()));
    }
}
