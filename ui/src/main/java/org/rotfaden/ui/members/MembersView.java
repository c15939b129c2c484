package org.rotfaden.ui.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.Members;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.directory.Enrolled;
import org.rotfaden.organisation.directory.MemberRoll;
import org.rotfaden.organisation.directory.RollQuery;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageAddress;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Table;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.UnitPicker;

/// All members: where they are at home, what they hold; for those who administer them. What one of
/// them may do is changed on her own page.
@Route(Paths.MEMBERS)
@PermitAll
class MembersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int AT_ONCE = 50;
    private static final String WORDS = "suche";
    private static final String WITHIN = "in";
    private static final String KIND = "art";
    private static final String OFFICE = "amt";

    private final transient MemberRoll roll;
    private final transient Members members;
    private final transient Units units;
    private final transient Permissions permissions;
    private final transient MemberId reader;
    private final TextField words = new TextField();
    private final UnitPicker within;
    private final Select<MembershipKind> kind = new Select<>();
    private final Checkbox inOffice = new Checkbox(getTranslation("members.in-office"));
    private final Div count = new Div();
    private final Paragraph nobody = new Paragraph(getTranslation("members.nobody"));
    private final Table<Enrolled> table =
            new Table<>(getTranslation("members.title"), Enrolled::id);
    private final Act more = new Act(getTranslation("members.more"), () -> showMore());
    private int most = AT_ONCE;
    private transient volatile Set<MemberId> shown = Set.of();

    MembersView(
            MemberRoll roll,
            Members members,
            Units units,
            Permissions permissions,
            CurrentMember currentMember,
            Live live) {
        this.roll = roll;
        this.members = members;
        this.units = units;
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        within = new UnitPicker("", units.structure(), _ -> true);
        addClassNames("page", "members-page");
        more.addClassName("more");
        nobody.getElement().setAttribute("role", "status");
        prepareTable();
        add(head(), filters(), count, nobody, table, more);
        live.page(this, reader, this::show)
                .hears(MemberEvent.Registered.class)
                .hears(MemberEvent.RightChanged.class)
                .hears(MembershipEvent.Changed.class)
                .hears(BodyEvent.OfficesChanged.class)
                .hears(RoleEvent.class, event -> event.where().equals(Subject.ASSOCIATION))
                .onRights(changed -> changed.members().stream().anyMatch(shown::contains))
                .needs(() -> mayAdminister().orRefuse());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        mayAdminister().orRefuse();
        QueryParameters address = event.getLocation().getQueryParameters();
        words.setValue(address.getSingleParameter(WORDS).orElse(""));
        address.getSingleParameter(WITHIN)
                .flatMap(units.structure()::find)
                .ifPresent(within::setValue);
        address.getSingleParameter(KIND).flatMap(MembersView::kindNamed).ifPresent(kind::setValue);
        inOffice.setValue(address.getParameters().containsKey(OFFICE));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("members.title"));
    }

    private Div head() {
        var admit =
                new Act(
                        getTranslation("members.admit"),
                        new Icon("plus"),
                        () -> new AdmitDialog(members, reader).open());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new H1(getTranslation("members.title")), admit);
        head.addClassName("page-head");
        return head;
    }

    private Div filters() {
        words.setPlaceholder(getTranslation("members.filter"));
        words.setAriaLabel(getTranslation("members.filter"));
        words.setPrefixComponent(new Icon("search"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        within.setPlaceholder(getTranslation("members.within"));
        within.setAriaLabel(getTranslation("members.within"));
        kind.setItems(MembershipKind.values());
        kind.setItemLabelGenerator(
                one -> getTranslation(one == null ? "members.kind.any" : "membership.kind." + one));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("members.kind.any"));
        kind.setAriaLabel(getTranslation("members.kind"));
        words.addValueChangeListener(change -> narrow(change.isFromClient()));
        within.addValueChangeListener(change -> narrow(change.isFromClient()));
        kind.addValueChangeListener(change -> narrow(change.isFromClient()));
        inOffice.addValueChangeListener(change -> narrow(change.isFromClient()));
        count.addClassName("about");
        count.getElement().setAttribute("role", "status");
        var filter = new Div(words, within, kind);
        filter.addClassName("filter");
        return new Div(filter, inOffice);
    }

    private void prepareTable() {
        table.column(getTranslation("member.name"), MembersView::name)
                .column(getTranslation("members.home"), this::home)
                .column(getTranslation("members.kind"), this::kind)
                .column(getTranslation("members.since"), MembersView::since)
                .column(getTranslation("members.office"), one -> new Span(one.office()));
    }

    private static Div name(Enrolled one) {
        var name = new PageLink(Paths.person(one.slug()), one.name());
        name.addClassName("row-title");
        var email = new Div(one.email());
        email.addClassName("about");
        return new Div(name, email);
    }

    private Component home(Enrolled one) {
        return one.home()
                .map(Enrolled.Home::unit)
                .flatMap(units.structure()::find)
                .<Component>map(unit -> PageLink.named(Paths.unit(unit.slug()), unit.name()))
                .orElseGet(Span::new);
    }

    private Span kind(Enrolled one) {
        return one.home()
                .map(home -> new Span(getTranslation("membership.kind." + home.kind())))
                .orElseGet(Span::new);
    }

    private static Component since(Enrolled one) {
        return one.home().<Component>map(home -> new Day(home.since())).orElseGet(Span::new);
    }

    /// Names and addresses go with the right to see them.
    private Decision mayAdminister() {
        return permissions.decide(reader, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION);
    }

    private static Optional<MembershipKind> kindNamed(String name) {
        return Stream.of(MembershipKind.values())
                .filter(kind -> code(kind).equals(name))
                .findFirst();
    }

    private static String code(MembershipKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private RollQuery query() {
        return new RollQuery(
                words.getValue(),
                within.getOptionalValue().map(Unit::id),
                kind.getOptionalValue(),
                inOffice.getValue());
    }

    /// From the beginning, under an address that says the same.
    private void narrow(boolean isByReader) {
        if (!isByReader) {
            return;
        }
        Map<String, String> said = new HashMap<>();
        if (!words.isEmpty()) {
            said.put(WORDS, words.getValue());
        }
        within.getOptionalValue().ifPresent(unit -> said.put(WITHIN, unit.slug()));
        kind.getOptionalValue().ifPresent(one -> said.put(KIND, code(one)));
        if (inOffice.getValue()) {
            said.put(OFFICE, "");
        }
        PageAddress.say(this, Paths.MEMBERS, QueryParameters.simple(said));
        most = AT_ONCE;
        show();
    }

    private void showMore() {
        most += AT_ONCE;
        show();
    }

    private void show() {
        List<Enrolled> found = roll.list(reader, query(), 0, most);
        int all = roll.count(reader, query());
        shown = found.stream().map(Enrolled::id).collect(Collectors.toUnmodifiableSet());
        table.show(found);
        count.setText(found.isEmpty() ? "" : getTranslation("members.count", all));
        more.setVisible(all > found.size());
        nobody.setVisible(found.isEmpty());
    }
}
