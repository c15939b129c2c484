package org.rotfaden.ui.rights;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.Member;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Role;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.rights.PeopleWithRights.Entitled;
import org.springframework.stereotype.Component;

/// Who may do what with a thing and why, for those responsible; what was given by hand they end.
final class RightsOfOthers extends Section {

    private static final int AT_ONCE = 50;

    /// Makes such a section.
    @Component
    record Maker(RightsAtWork work, PeopleWithRights people, Everybody everybody) {

        boolean areSeenBy(MemberId reader, Thing thing) {
            return work.permissions().decideOversight(reader, thing.subject()).allowed();
        }

        RightsOfOthers of(Thing thing, MemberId reader) {
            return new RightsOfOthers(this, thing, reader);
        }
    }

    private final transient RightsAtWork work;
    private final transient Thing thing;
    private final transient MemberId reader;
    private final transient List<Entitled> entitled;
    private final UnorderedList rows = new UnorderedList();
    private final Div more = new Div();
    private final Div trouble = new Div();

    private RightsOfOthers(Maker maker, Thing thing, MemberId reader) {
        this.work = maker.work();
        this.thing = thing;
        this.reader = reader;
        this.entitled = maker.people().of(thing, reader, getLocale());
        rows.addClassNames("rows", "entitled");
        add(head(), trouble);
        maker.everybody()
                .may(thing, reader, getLocale())
                .forEach(sentence -> add(new Paragraph(sentence)));
        if (entitled.isEmpty()) {
            add(new Paragraph(getTranslation("rights.others.none")));
        }
        add(rows, more);
        showMore();
    }

    /// Whoever had opened more sees as much again.
    void showAsManyAs(RightsOfOthers before) {
        while (rows.getComponentCount() < before.rows.getComponentCount()
                && rows.getComponentCount() < entitled.size()) {
            showMore();
        }
    }

    private Div head() {
        var head = new Div(new H2(getTranslation("rights.others")));
        head.addClassName("page-head");
        List<Role> roles =
                thing.type().givenByHand().stream()
                        .filter(role ->
                                work.grants().mayGive(reader, role, thing.subject()).allowed())
                        .toList();
        if (!roles.isEmpty()) {
            var give =
                    new Act(
                            getTranslation("rights.give"),
                            () -> new GiveDialog(work, thing, roles, reader).open());
            give.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(give);
        }
        return head;
    }

    private void showMore() {
        int shown = rows.getComponentCount();
        entitled.stream().skip(shown).limit(AT_ONCE).forEach(one -> rows.add(row(one)));
        more.removeAll();
        int left = entitled.size() - rows.getComponentCount();
        if (left > 0) {
            more.add(
                    new Act(
                            getTranslation(
                                    "rights.others.more", Math.min(left, AT_ONCE), entitled.size()),
                            () -> showMore()));
        }
    }

    private ListItem row(Entitled one) {
        var row = new ListItem(new H3(one.person().name()));
        one.lines().forEach(line -> row.add(line(one.person(), line)));
        return row;
    }

    private Div line(Member person, Line line) {
        var words = new Div();
        String allowed =
                line.allowed().stream()
                        .map(permission -> shortly(permission))
                        .collect(Collectors.joining(", "));
        if (!allowed.isEmpty()) {
            words.add(new Span(getTranslation("rights.may", allowed)));
        }
        var reason = new Span(line.reason() + line.origin().map(from -> " – " + from).orElse(""));
        reason.addClassName("about");
        words.add(reason);
        var all = new Div(words);
        all.addClassName("line");
        line.given()
                .filter(given -> !given.member().equals(reader))
                .filter(given ->
                        work.grants().mayGive(reader, given.role(), given.where()).allowed())
                .ifPresent(given -> all.add(ending(person, given)));
        return all;
    }

    private String shortly(Permission permission) {
        return getTranslation(
                permission == Permission.ADMINISTER
                        ? thing.words("short", permission)
                        : "rights.short." + permission);
    }

    private Button ending(Member person, ExplicitGrant given) {
        var end = new Act(getTranslation("rights.end"), () -> end(person, given));
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(
                getTranslation(
                        "rights.end.of",
                        getTranslation("rights.role." + given.role()),
                        person.name()));
        return end;
    }

    /// Ends at once; whoever slipped takes it back.
    private void end(Member person, ExplicitGrant given) {
        trouble.removeAll();
        try {
            work.grants().end(reader, given.id());
        } catch (BrokenRule broken) {
            trouble.add(new Trouble(null, work.sentences().of(broken, getLocale())));
            return;
        }
        String role = getTranslation("rights.role." + given.role());
        new Undoable(
                        getTranslation("rights.ended", role, person.name()),
                        () -> work.grantCorrections().giveAgain(reader, given))
                .open();
    }
}
