package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.palette.Palette;

/// The ways from a page to all others: the rail, the bar of phones, the palette. Follows what the
/// member may do and where she belongs.
final class Navigation extends Div {

    private final transient Member member;
    private final transient NavigationParts parts;
    private final Rail rail;
    private transient List<Place> places;
    private transient volatile List<Named> mine;
    private String open = "";

    Navigation(Member member, NavigationParts parts) {
        this.member = member;
        this.parts = parts;
        addClassName("navigation");
        places = parts.places().of(member.id());
        mine = parts.directory().placesOf(member.id());
        rail = new Rail(parts.association(), this::search, self());
        rail.show(places, mine);
        add(rail, new BottomBar(places, this::search, this::more));
        parts.live()
                .page(this, member.id(), this::refresh)
                .hears(AssociationEvent.class, _ -> true, _ -> showAssociation())
                .hears(MembershipEvent.class, event -> isMe(event.member()))
                .hears(GroupEvent.ParticipationChanged.class, event -> isMe(event.member()))
                .hears(GroupEvent.Changed.class, _ -> isAmongMine(WorkingGroupId.SUBJECT))
                .hears(BodyEvent.class, _ -> isAmongMine(BodyId.SUBJECT))
                .hears(UnitEvent.class, _ -> !mine.isEmpty());
    }

    /// Marks the place whose page is open.
    void mark(String path) {
        open = path;
        PlaceLink.mark(this, open);
    }

    private void search() {
        new Palette(parts.choices(), member.id()).open();
    }

    private void more() {
        var sheet = new MoreSheet(places, mine, self());
        PlaceLink.mark(sheet, open);
        sheet.open();
    }

    private Self self() {
        return new Self(member, parts.authentication());
    }

    private void showAssociation() {
        rail.show(parts.association());
    }

    private boolean isMe(MemberId whose) {
        return whose.equals(member.id());
    }

    private boolean isAmongMine(String type) {
        return mine.stream().anyMatch(place -> place.subject().type().equals(type));
    }

    /// What stays the same does not move.
    private void refresh() {
        showAssociation();
        List<Place> nowPlaces = parts.places().of(member.id());
        List<Named> nowMine = parts.directory().placesOf(member.id());
        if (!nowPlaces.equals(places) || !nowMine.equals(mine)) {
            places = nowPlaces;
            mine = nowMine;
            rail.show(places, mine);
            mark(open);
        }
    }
}
