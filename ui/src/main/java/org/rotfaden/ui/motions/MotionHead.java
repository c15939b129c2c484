package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionState;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.MotionSummary.Discarding;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.HomeZone;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.Why;

/// One row above the words of a motion: whose it is, which that leads back to, its number, how far
/// it has come, who writes it and why, and what else can be done with it.
final class MotionHead extends Div {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient Member reader;
    private final boolean mayLead;
    private final PageLink back;

    MotionHead(MotionsAtWork work, MotionSummary motion, Member reader) {
        this.work = work;
        this.motion = motion;
        this.reader = reader;
        addClassName("motion-head");
        mayLead = work.motions().mayHandOver(reader.id(), motion).allowed();
        Decision mayWrite =
                work.permissions().decide(reader.id(), Permission.ACT_FOR, motion.id().subject());
        back = owner();
        add(back, number(), state());
        if (motion.discarded() != null) {
            add(discarded(motion.discarded()));
        } else if (mayWrite.allowed()) {
            add(writers(mayWrite), acts());
        } else {
            add(new Why(getTranslation("motion.why"), work.sentences().of(mayWrite, getLocale())));
        }
    }

    /// Back to the motions of whose it is; to all where that has no page with motions.
    private PageLink owner() {
        Optional<Named> owner = work.types().find(motion.owner(), reader.id());
        String name =
                owner.map(Named::name).orElseGet(() -> getTranslation("motion.owner.unknown"));
        boolean isPlace =
                Set.of(UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT)
                        .contains(motion.owner().type());
        String path =
                owner.filter(_ -> isPlace)
                        .map(known -> PlaceTab.MOTIONS.path(known.path()))
                        .orElse(Paths.MOTIONS);
        var back = new PageLink(path, new Icon("back"), new Span(name));
        back.addClassName("back");
        return back;
    }

    /// Who laid it aside, and for those who lead it the way back.
    private Div discarded(Discarding discarded) {
        String who = work.members().find(discarded.by()).map(Member::name).orElse("");
        var banner =
                new Div(
                        new Trouble(
                                null,
                                getTranslation(
                                        "motion.discarded",
                                        who,
                                        When.inWords(discarded.at(), getLocale()))));
        banner.addClassName("discarded");
        if (mayLead) {
            banner.add(
                    new Act(
                            getTranslation("motion.bring-back"),
                            () -> work.motions().bringBack(reader.id(), motion.id())));
        }
        return banner;
    }

    private Span number() {
        var number = new Span(getTranslation("motion.number", motion.number().value()));
        number.addClassName("about");
        return number;
    }

    /// The thread, folded to where it is now.
    private NativeDetails state() {
        String begun =
                work.members().find(motion.author()).map(Member::name).orElse("")
                        + ", "
                        + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(getLocale())
                                .format(motion.created().atZone(HomeZone.current()));
        boolean isWritten = motion.state() == MotionState.DRAFT;
        var state =
                new NativeDetails(
                        getTranslation(isWritten ? "motion.way.written" : "motion.way.discarded"));
        state.addClassName("state");
        state.setContent(
                new ThreadLine(
                        getTranslation("motion.way"),
                        isWritten ? ahead(begun) : List.of(begun(begun), laidAside())));
        return state;
    }

    private List<Knot> ahead(String begun) {
        return List.of(
                begun(begun),
                Knot.now(getTranslation("motion.way.written")),
                Knot.next(getTranslation("motion.way.submitted")),
                Knot.next(getTranslation("motion.way.debated")),
                Knot.next(getTranslation("motion.way.decided")));
    }

    private Knot begun(String byWhomAndWhen) {
        return Knot.done(getTranslation("motion.way.begun")).with(byWhomAndWhen);
    }

    private Knot laidAside() {
        return Knot.now(getTranslation("motion.way.discarded"));
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

    private ActsMenu acts() {
        var acts = new ActsMenu("motion.acts");
        acts.add("motion.invite", () -> new InviteToMotionDialog(work, motion, reader.id()).open());
        if (mayLead) {
            acts.add(
                    "motion.hand-over",
                    () -> new HandOverMotionDialog(work, motion, reader.id()).open());
            acts.beginGroup();
            acts.add("motion.discard", this::discard);
        }
        return acts;
    }

    /// Whoever slipped brings it back.
    private void discard() {
        work.motions().discard(reader.id(), motion.id());
        new Undoable(
                        getTranslation("motion.was-discarded"),
                        () -> work.motions().bringBack(reader.id(), motion.id()))
                .open();
        getUI().ifPresent(ui -> ui.navigate(back.getHref()));
    }
}
