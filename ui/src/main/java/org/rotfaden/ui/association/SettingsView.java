package org.rotfaden.ui.association;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LogoField;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.SettingsFields;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;

/// What the association says of itself, for those who administer it.
@Route(Paths.SETTINGS)
@PermitAll
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Associations associations;
    private final transient Permissions permissions;
    private final transient AssociationName name;
    private final transient MemberId reader;
    private final SettingsFields fields = new SettingsFields();
    private final Div trouble = new Div();
    private final Div logo = new Div();
    private final transient Refusals refusals = fields.refusals(new Refusals()).othersIn(trouble);
    private transient @Nullable AssociationSettings shownSettings;
    private long seen;

    SettingsView(
            Associations associations,
            Permissions permissions,
            AssociationName name,
            CurrentMember currentMember,
            Live live) {
        this.associations = associations;
        this.permissions = permissions;
        this.name = name;
        this.reader = currentMember.get().member();
        addClassNames("page", "settings-page");
        live.page(this, reader, this::show)
                .hears(AssociationEvent.class)
                .needs(() -> mayAdminister().orRefuse());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mayAdminister().orRefuse();
    }

    private Decision mayAdminister() {
        return permissions.decide(reader, Permission.ADMINISTER, Subject.ASSOCIATION);
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("association.settings"));
    }

    /// What is being typed stays.
    private void show() {
        if (getComponentCount() == 0) {
            var head = new Div(new H1(getTranslation("association.settings")));
            head.addClassName("page-head");
            add(head);
            associations.find().ifPresent(this::showSettings);
        }
        showLogo();
        followSettings();
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

    private void showSettings(Association association) {
        fill(association);
        var save = new Act(getTranslation("association.save"), () -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        fields.add(save);
        var settings = new Section(trouble, fields);
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
