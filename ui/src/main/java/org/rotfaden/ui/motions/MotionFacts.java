package org.rotfaden.ui.motions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.RowMenu;
import org.rotfaden.ui.elements.Undoable;

/// What stands beside the words of a motion: whose it is, who began it, who writes it and why. It
/// is printed above them.
final class MotionFacts extends Div {

    private final transient MotionsAtWork work;
    private final transient Member reader;

    MotionFacts(MotionsAtWork work, Member reader) {
        this.work = work;
        this.reader = reader;
    }

    /// Shows what is true of it now.
    void show(MotionSummary motion) {
        removeAll();
        add(facts(motion));
        if (motion.discarded() != null) {
            return;
        }
        Decision mayWrite = work.mayWrite(motion, reader.id());
        add(
                mayWrite.allowed()
                        ? writers(motion, work.sentences().of(mayWrite, getLocale()))
                        : section(
                                "motion.why",
                                work.whyNot()
                                        .of(
                                                mayWrite,
                                                motion.id().subject(),
                                                reader.id(),
                                                getLocale())));
    }

    private DescriptionList facts(MotionSummary motion) {
        MotionOwner owner =
                work.ownerOf(motion, reader.id(), getTranslation("motion.owner.unknown"));
        var facts = new DescriptionList();
        facts.add(
                term("motion.fact.number"),
                said(new Span(Integer.toString(motion.number().value()))),
                term("motion.fact.owner"),
                said(
                        owner.page().isEmpty()
                                ? new Span(owner.name())
                                : PageLink.named(owner.page(), owner.name())),
                term("motion.fact.begun"),
                said(new Span(work.begun(motion, getLocale()))),
                term("motions.state"),
                said(new Span(getTranslation(MotionHead.words(motion.state())))));
        return facts;
    }

    private Term term(String words) {
        return new Term(getTranslation(words));
    }

    private static Description said(Component fact) {
        return new Description(fact);
    }

    private Section section(String heading, String text) {
        var section = new Section(new H2(getTranslation(heading)), new Paragraph(text));
        section.addClassName("motion-writers");
        return section;
    }

    private Section writers(MotionSummary motion, String why) {
        Section writers =
                section(
                        "motion.writers",
                        getTranslation("motion.writers." + motion.owner().type()));
        writers.add(new Paragraph(why));
        List<ExplicitGrant> invitations = work.grants().at(motion.id().subject());
        if (!invitations.isEmpty()) {
            writers.add(new Paragraph(getTranslation("motion.writers.invited")), list(invitations));
        }
        return writers;
    }

    private UnorderedList list(List<ExplicitGrant> invitations) {
        Map<MemberId, Member> people =
                work.members().some(invitations.stream().map(ExplicitGrant::member).toList());
        var rows = new UnorderedList();
        rows.addClassNames("rows", "people");
        invitations.forEach(invitation -> {
            Member person = people.get(invitation.member());
            if (person != null) {
                rows.add(row(invitation, person));
            }
        });
        return rows;
    }

    private ListItem row(ExplicitGrant invitation, Member person) {
        String words = "motion.invitation." + invitation.role();
        var about =
                new Div(
                        invitation
                                .term()
                                .end()
                                .map(last ->
                                        getTranslation(
                                                words + ".until", Day.inWords(last, getLocale())))
                                .orElseGet(() -> getTranslation(words)));
        about.addClassName("about");
        var acts =
                new RowMenu(person.name())
                        .with(getTranslation("motion.uninvite"), () -> end(invitation, person));
        return new ListItem(new Div(new Span(person.name()), about), acts);
    }

    private void end(ExplicitGrant invitation, Member person) {
        work.grants().end(reader.id(), invitation.id());
        new Undoable(
                        getTranslation("motion.uninvited", person.name()),
                        () -> work.grantCorrections().giveAgain(reader.id(), invitation))
                .open();
    }
}
