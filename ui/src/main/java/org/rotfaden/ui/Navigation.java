package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.members.Member;
import org.rotfaden.notifications.NoticeEvent;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Doable;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.SchemeSwitch;
import org.rotfaden.ui.groups.GroupPaths;
import org.rotfaden.ui.notices.NoticeSign;
import org.rotfaden.ui.palette.Palette;

/// The ways from a page to all others: the rail, the rows of phones, the tabs of the association,
/// the palette, what can be begun. Follows what the member may do and where she belongs.
final class Navigation extends Div {

    private final transient Member member;
    private final transient NavigationParts parts;
    private final List<NoticeSign> signs = List.of(new NoticeSign(), new NoticeSign());
    private final Rail rail;
    private final TopRow top;
    private final AssociationTabs tabs = new AssociationTabs();
    private transient List<Place> places;
    private transient volatile List<Belonging> mine;
    private int unread;
    private boolean mayWrite;
    private boolean mayFound;
    private String open = "";

    Navigation(Member member, NavigationParts parts) {
        this.member = member;
        this.parts = parts;
        addClassName("navigation");
        places = parts.places().of(member.id());
        mine = parts.directory().placesOf(member.id());
        mayWrite = mayWriteMotions();
        mayFound = mayFoundGroups();
        rail = new Rail(this::search, signs.getFirst(), self());
        top = new TopRow(this::search, signs.getLast());
        showAssociation();
        showPlaces();
        add(top, rail, new BottomBar(places, this::more));
        parts.live()
                .page(this, member.id(), this::refresh)
                .hears(NoticeEvent.class, event -> event.isOf(member.id()), _ -> showNotices())
                .hears(AssociationEvent.class, _ -> true, _ -> showAssociation())
                .hears(MembershipEvent.class, event -> isMe(event.member()))
                .hears(GroupEvent.ParticipationChanged.class, event -> isMe(event.member()))
                .hears(GroupEvent.Changed.class, _ -> isAmongMine(WorkingGroupId.SUBJECT))
                .hears(BodyEvent.class, _ -> isAmongMine(BodyId.SUBJECT))
                .hears(UnitEvent.class, _ -> !mine.isEmpty());
    }

    /// What stands above the pages of the association.
    AssociationTabs tabs() {
        return tabs;
    }

    /// Where the keys for each page lead, by the keys.
    Map<String, String> keys() {
        return places.stream().collect(Collectors.toMap(Place::keys, Place::path));
    }

    /// Marks the place whose page is open.
    void mark(String path) {
        open = path;
        PlaceLink.mark(this, open);
        tabs.show(places, open);
        rail.brand().mark(tabs.isVisible());
        readWhatIsOpen();
    }

    /// Whoever opens the page of a thing has read what concerns her there. In a thread she reads
    /// post by post, of which the thread tells.
    private void readWhatIsOpen() {
        if (unread > 0) {
            Paths.thingAt(open)
                    .flatMap(path -> parts.types().named(path, member.id()))
                    .map(Named::subject)
                    .filter(subject -> !subject.type().equals(ThreadId.SUBJECT))
                    .ifPresent(subject -> parts.notices().readAbout(member.id(), subject));
        }
    }

    private void search() {
        new Palette(parts.choices(), member.id(), acts(), open).open();
    }

    /// What can be done wherever one is.
    private List<Doable> acts() {
        List<Doable> acts = new ArrayList<>(begins());
        acts.add(new Doable(getTranslation("shell.scheme"), SchemeSwitch::change));
        acts.add(new Doable(getTranslation("keys.title"), () -> new KeysDialog().open()));
        acts.add(new Doable(getTranslation("log-out"), this::logOut, true));
        return acts;
    }

    private void more() {
        var sheet = new MoreSheet(places, mine, this::search, self());
        PlaceLink.mark(sheet, open);
        sheet.open();
    }

    private Self self() {
        return new Self(member, parts.authentication());
    }

    private ActsMenu news() {
        var news = new ActsMenu("plus", "shell.new");
        begins().forEach(news::add);
        return news;
    }

    /// What can be begun, wherever one is.
    private List<Doable> begins() {
        List<Doable> begins = new ArrayList<>();
        if (mayWrite) {
            begins.add(
                    new Doable(
                            getTranslation("motions.new"),
                            () -> parts.newMotion().ask(this, member.id(), open)));
        }
        if (mayFound) {
            begins.add(
                    new Doable(
                            getTranslation("groups.found"),
                            () -> getUI().ifPresent(ui -> ui.navigate(GroupPaths.FOUND))));
        }
        return begins;
    }

    /// The browser asks first where changes still wait on it.
    private void logOut() {
        getElement().executeJs("this.querySelector('.log-out').click()");
    }

    private boolean mayWriteMotions() {
        return parts.permissions().allows(member.id(), Permission.ACT_FOR, member.id().subject());
    }

    private boolean mayFoundGroups() {
        return parts.permissions()
                .allows(member.id(), Permission.FOUND_GROUPS, Subject.ASSOCIATION);
    }

    /// Its pages are closed to whoever has left.
    private void showAssociation() {
        String path = places.contains(Place.ASSOCIATION) ? Paths.ASSOCIATION : Paths.START;
        rail.brand().show(parts.association(), path);
        top.brand().show(parts.association(), path);
    }

    /// Whoever has left has none.
    private void showNotices() {
        boolean hasLeft = parts.permissions().hasLeft(member.id());
        unread = hasLeft ? 0 : parts.notices().countUnread(member.id());
        signs.forEach(sign -> {
            sign.setVisible(!hasLeft);
            sign.show(unread);
        });
    }

    private void showPlaces() {
        rail.show(places, mine, news());
        top.show(news());
    }

    private boolean isMe(MemberId whose) {
        return whose.equals(member.id());
    }

    private boolean isAmongMine(String type) {
        return mine.stream().anyMatch(one -> one.place().subject().type().equals(type));
    }

    /// What stays the same does not move.
    private void refresh() {
        List<Place> nowPlaces = parts.places().of(member.id());
        List<Belonging> nowMine = parts.directory().placesOf(member.id());
        boolean nowMayWrite = mayWriteMotions();
        boolean nowMayFound = mayFoundGroups();
        boolean beginsTheSame = nowMayWrite == mayWrite && nowMayFound == mayFound;
        if (!nowPlaces.equals(places) || !nowMine.equals(mine) || !beginsTheSame) {
            places = nowPlaces;
            mine = nowMine;
            mayWrite = nowMayWrite;
            mayFound = nowMayFound;
            showPlaces();
            mark(open);
        }
        showAssociation();
        showNotices();
    }
}
