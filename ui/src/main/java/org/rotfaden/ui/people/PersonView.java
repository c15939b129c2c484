package org.rotfaden.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.directory.Person;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.members.MemberAdministration;

/// What the reader may see of a person. Whom she may not see is not there: the page is the same as
/// where nobody is.
@Route(Paths.PEOPLE)
@PermitAll
class PersonView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient Directory directory;
    private final transient MemberAdministration administration;
    private final transient Today today;
    private final transient MemberId reader;
    private final transient LivePage live;
    private transient volatile @Nullable MemberId person;
    private transient @Nullable Person shown;
    private @Nullable LocalDate shownOn;
    private String slug = "";
    private String name = "";

    PersonView(
            Directory directory,
            MemberAdministration administration,
            Today today,
            CurrentMember currentMember,
            Live live) {
        this.directory = directory;
        this.administration = administration;
        this.today = today;
        this.reader = currentMember.get().member();
        addClassNames("page", "person-page");
        this.live =
                live.page(this, reader, this::show)
                        .hears(MembershipEvent.class, event -> isThis(event.member()))
                        .hears(
                                GroupEvent.ParticipationChanged.class,
                                event -> isThis(event.member()))
                        .hears(GroupEvent.Changed.class)
                        .hears(MemberEvent.RightChanged.class, event -> isThis(event.member()))
                        .hears(BodyEvent.class)
                        .hears(UnitEvent.class)
                        .onRights(changed -> changed.members().stream().anyMatch(this::isThis));
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        this.slug = slug;
        Person found = directory.person(reader, slug).orElseThrow(NotFoundException::new);
        person = found.id();
        name = found.name();
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(name);
    }

    private boolean isThis(MemberId whose) {
        return whose.equals(person);
    }

    /// Nothing of it changes where the reader sees no change.
    private void show() {
        Optional<Person> person = directory.person(reader, slug);
        LocalDate day = today.date();
        person.filter(now -> !now.equals(shown) || !day.equals(shownOn)).ifPresent(this::show);
        shown = person.orElse(null);
        shownOn = day;
        if (person.isEmpty()) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
        }
    }

    private void show(Person person) {
        name = person.name();
        removeAll();
        var head = new Div(new H1(name));
        head.addClassName("page-head");
        head.add(administration.menu(reader, person.id()));
        if (person.id().equals(reader)) {
            head.add(new PageLink(Paths.ACCOUNT, getTranslation("person.me")));
        }
        add(head);
        offices("person.offices", person, term -> term.includes(today.date()));
        offices("person.offices.next", person, term -> term.from().isAfter(today.date()));
        places(
                "person.homes",
                person.homes().stream()
                        .map(unit -> PageLink.named(Paths.unit(unit.slug()), unit.name()))
                        .toList());
        places(
                "person.groups",
                person.groups().stream()
                        .map(group -> PageLink.named(Paths.group(group.slug()), group.name()))
                        .toList());
        offices("person.offices.former", person, term -> term.isOverOn(today.date()));
        if (getChildren().count() == 1) {
            add(new Paragraph(getTranslation("person.nothing", name)));
        }
        add(new Why(getTranslation("person.why"), getTranslation("person.why.text")));
    }

    private void offices(String heading, Person person, Predicate<Term> when) {
        section(
                heading,
                person.offices().stream()
                        .filter(office -> when.test(office.term()))
                        .map(this::office)
                        .toList());
    }

    private ListItem office(Person.Held office) {
        var title = new Span(office.title());
        title.addClassName("row-title");
        var where =
                new Div(
                        PageLink.named(Paths.body(office.bodySlug()), office.body()),
                        new Span(" · "),
                        PageLink.named(Paths.unit(office.unit().slug()), office.unit().name()));
        var when = new Div(words(office.term()));
        when.addClassName("about");
        return new ListItem(title, where, when);
    }

    private String words(Term term) {
        String last = term.end().map(this::date).orElse("");
        return term.includes(today.date())
                ? getTranslation("person.office.until", last)
                : getTranslation("person.office.from-until", date(term.from()), last);
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .format(day);
    }

    private void places(String heading, List<PageLink> links) {
        section(heading, links.stream().map(ListItem::new).toList());
    }

    private void section(String heading, List<ListItem> items) {
        if (!items.isEmpty()) {
            var list = new UnorderedList(items.toArray(ListItem[]::new));
            list.addClassName("rows");
            add(new Section(new H2(getTranslation(heading)), list));
        }
    }
}
