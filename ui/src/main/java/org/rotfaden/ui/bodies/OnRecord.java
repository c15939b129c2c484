package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// Who hold some offices, as far as a reader may know.
///
/// @param people those whose names the record shows
/// @param withPage those of them whose page the reader may open
record OnRecord(Map<MemberId, Member> people, Set<MemberId> withPage) {

    Optional<Member> holder(Office office) {
        return Optional.ofNullable(people.get(office.member()));
    }

    String name(Office office) {
        return holder(office)
                .map(Member::name)
                .orElseGet(() -> UI.getCurrent().getTranslation("person.hidden"));
    }

    /// A name, which leads to the person's page where there is one for the reader.
    Component link(Office office) {
        return holder(office)
                .filter(person -> withPage.contains(person.id()))
                .<Component>map(OnRecord::pageOf)
                .orElseGet(() -> new Span(name(office)));
    }

    private static PageLink pageOf(Member person) {
        var link = new PageLink(Paths.person(person.slug()), new Span(person.name()));
        link.addClassName("row-title");
        return link;
    }
}
