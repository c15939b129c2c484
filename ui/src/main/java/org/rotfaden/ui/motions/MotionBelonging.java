package org.rotfaden.ui.motions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Undoable;

/// Whose motion it is, who writes it because of that, who is invited; writers invite others and
/// hand it over.
final class MotionBelonging extends Div {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient Member reader;

    MotionBelonging(MotionsAtWork work, MotionSummary motion, Member reader) {
        this.work = work;
        this.motion = motion;
        this.reader = reader;
        addClassName("belonging");
        Decision mayWrite =
                work.permissions().decide(reader.id(), Permission.ACT_FOR, motion.id().subject());
        var line = new Div(new Span(getTranslation("motion.owner") + " "), owner());
        line.addClassName("owner");
        add(line);
        if (mayWrite.allowed()) {
            add(writers(mayWrite), acts());
        }
    }

    private Component owner() {
        Optional<Named> owner = work.types().find(motion.owner(), reader.id());
        String name =
                owner.map(Named::name).orElseGet(() -> getTranslation("motion.owner.unknown"));
        return owner.filter(known -> !known.path().isEmpty())
                .<Component>map(known -> new PageLink(known.path(), name))
                .orElseGet(() -> new Span(name));
    }

    private NativeDetails writers(Decision mayWrite) {
        var content =
                new Div(
                        new Paragraph(getTranslation("motion.writers." + motion.owner().type())),
                        new Paragraph(work.sentences().of(mayWrite, getLocale())));
        List<ExplicitGrant> invitations = work.grants().at(motion.id().subject());
        if (!invitations.isEmpty()) {
            content.add(new Paragraph(getTranslation("motion.writers.invited")), list(invitations));
        }
        var writers = new NativeDetails(getTranslation("motion.writers"));
        writers.addClassName("why");
        writers.setContent(content);
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
                new Span(
                        invitation
                                .term()
                                .end()
                                .map(last ->
                                        getTranslation(
                                                words + ".until", Day.inWords(last, getLocale())))
                                .orElseGet(() -> getTranslation(words)));
        about.addClassName("about");
        var end = new Act(getTranslation("motion.uninvite"), () -> end(invitation, person));
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(getTranslation("motion.uninvite") + ": " + person.name());
        return new ListItem(new Span(person.name()), about, end);
    }

    private void end(ExplicitGrant invitation, Member person) {
        work.grants().end(reader.id(), invitation.id());
        new Undoable(
                        getTranslation("motion.uninvited", person.name()),
                        () -> work.grantCorrections().giveAgain(reader.id(), invitation))
                .open();
    }

    private Div acts() {
        var invite =
                new Act(
                        getTranslation("motion.invite"),
                        () -> new InviteToMotionDialog(work, motion, reader.id()).open());
        invite.addThemeVariants(ButtonVariant.TERTIARY);
        var acts = new Div(invite);
        acts.addClassName("acts");
        if (work.motions().mayHandOver(reader.id(), motion).allowed()) {
            acts.add(handOver());
        }
        return acts;
    }

    private Button handOver() {
        var handOver =
                new Act(
                        getTranslation("motion.hand-over"),
                        () -> new HandOverMotionDialog(work, motion, reader.id()).open());
        handOver.addThemeVariants(ButtonVariant.TERTIARY);
        return handOver;
    }
}
