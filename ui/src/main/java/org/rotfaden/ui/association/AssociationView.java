package org.rotfaden.ui.association;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.organisation.units.TreeEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LogoField;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.SettingsFields;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;

/// The association: what it says of itself, its trees, who administers it. Those who do change it
/// here.
@Route(Paths.ASSOCIATION)
@PermitAll
class AssociationView extends Div implements HasDynamicTitle {

    private final transient Associations associations;
    private final transient ExplicitGrants grants;
    private final transient Members members;
    private final transient Units units;
    private final transient Permissions permissions;
    private final transient AssociationName name;
    private final transient MemberId reader;
    private final SettingsFields fields = new SettingsFields();
    private final Div trouble = new Div();
    private final Div logo = new Div();
    private final transient Refusals refusals = fields.refusals(new Refusals()).othersIn(trouble);
    private boolean isShownToAdministrator;
    private final Div about = new Div();
    private transient @Nullable AssociationSettings shownSettings;
    private long seen;

    AssociationView(
            Associations associations,
            ExplicitGrants grants,
            Members members,
            Units units,
            Permissions permissions,
            AssociationName name,
            CurrentMember currentMember,
            Live live) {
        this.associations = associations;
        this.grants = grants;
        this.members = members;
        this.units = units;
        this.permissions = permissions;
        this.name = name;
        this.reader = currentMember.get().member();
        addClassNames("page", "association-page");
        live.page(this, reader, this::show)
                .hears(AssociationEvent.class)
                .hears(TreeEvent.class)
                .hears(UnitEvent.class)
                .hears(RoleEvent.class, event -> event.where().equals(Subject.ASSOCIATION));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(name.toString());
    }

    /// What is being typed stays, unless the reader may change the settings no longer.
    private void show() {
        boolean administers =
                permissions.allows(reader, Permission.ADMINISTER, Subject.ASSOCIATION);
        if (about.getParent().isEmpty() || administers != isShownToAdministrator) {
            isShownToAdministrator = administers;
            removeAll();
            add(about);
            if (administers) {
                associations.find().ifPresent(this::showSettings);
            }
        }
        var head = new Div(new H1(name.toString()));
        head.addClassName("page-head");
        about.removeAll();
        about.add(head, trees(), administrators());
        if (administers) {
            showLogo();
            followSettings();
        }
    }

    /// Whoever has typed something is told of it when she saves.
    private void followSettings() {
        associations
                .find()
                .filter(now -> now.version() != seen && fields.settings().equals(shownSettings))
                .ifPresent(this::fill);
    }

    private void fill(Association association) {
        fields.show(association);
        seen = association.version();
        shownSettings = fields.settings();
    }

    private Section trees() {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        units.structure()
                .trees()
                .forEach(tree -> rows.add(new ListItem(new PageLink(Paths.UNITS, tree.name()))));
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

    private void showSettings(Association association) {
        fill(association);
        var save = new Act(getTranslation("association.save"), () -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var settings = new Section(new H2(getTranslation("association.settings")));
        fields.add(save);
        settings.add(trouble, fields);
        var picture = new Section(new H2(getTranslation("association.logo")));
        picture.add(logo, new LogoField(this::changeLogo));
        add(settings, picture);
    }

    private void save() {
        refusals.clear();
        fields.check(refusals);
        if (!refusals.areNone()) {
            return;
        }
        try {
            AssociationSettings before = settingsNow();
            associations.change(reader, seen, fields.settings());
            associations.find().ifPresent(this::fill);
            new Undoable(getTranslation("association.saved"), () -> putBack(before)).open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    private void putBack(AssociationSettings before) {
        associations.change(reader, version(), before);
        associations.find().ifPresent(this::fill);
    }

    private AssociationSettings settingsNow() {
        Association now = associations.find().orElseThrow();
        Accent accent = now.accent();
        return new AssociationSettings(now.name(), now.language(), now.timeZone(), accent);
    }

    private long version() {
        return associations.find().map(Association::version).orElse(0L);
    }

    private void changeLogo(@Nullable Logo next) {
        @Nullable Logo before = associations.logo().orElse(null);
        if (Objects.equals(before, next)) {
            return;
        }
        boolean wasCurrent = seen == version();
        associations.changeLogo(reader, next);
        if (wasCurrent) {
            seen = version();
        }
        showLogo();
        new Undoable(getTranslation("association.logo-changed"), () -> changeLogo(before)).open();
    }

    private void showLogo() {
        logo.removeAll();
        @Nullable String address = name.logo().orElse(null);
        if (address != null) {
            var picture = new Image(address, getTranslation("association.logo-of", name));
            picture.addClassName("logo");
            var remove = new Act(getTranslation("logo.remove"), () -> changeLogo(null));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            logo.add(picture, remove);
        } else {
            logo.add(new Paragraph(getTranslation("association.no-logo")));
        }
    }
}
