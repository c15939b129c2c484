package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionState;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;
import org.rotfaden.ui.elements.Undoable;

/// One row above the words of a motion, which stays: whose it is, which that leads back to, its
/// number, how far it has come, whether it is saved and who is here, and what can be done with it.
final class MotionHead extends Div {

    /// Where the editor says whether what is written is saved, and who is here.
    static final String SAVED = "motion-saved";

    private static final List<String> AHEAD = List.of("submitted", "debated", "decided");

    private final transient MotionsAtWork work;
    private final transient Member reader;
    private final Div back = new Div();
    private final Div state = new Div();
    private final Div acts = new Div();

    /// @param openers what opens what belongs to the motion, where that is not to be seen
    MotionHead(MotionsAtWork work, Member reader, NativeButton... openers) {
        this.work = work;
        this.reader = reader;
        addClassName("motion-head");
        state.addClassName("motion-state");
        acts.addClassName("motion-acts");
        var saved = new Div();
        saved.setId(SAVED);
        saved.addClassName("motion-saved");
        var end = new Div(openers);
        end.add(acts);
        add(back, state, saved, end);
    }

    /// Shows what is true of it now.
    void show(MotionSummary motion) {
        MotionOwner owner =
                work.ownerOf(motion, reader.id(), getTranslation("motion.owner.unknown"));
        back.removeAll();
        back.add(back(owner));
        state.removeAll();
        state.add(number(motion), way(motion));
        acts.removeAll();
        if (motion.discarded() == null && work.mayWrite(motion, reader.id()).allowed()) {
            acts.add(acts(motion, owner));
        }
    }

    private static PageLink back(MotionOwner owner) {
        var back =
                new PageLink(
                        owner.motions(),
                        new Icon("back"),
                        DataLanguage.mark(new Span(owner.name())));
        back.addClassName("back");
        return back;
    }

    private Span number(MotionSummary motion) {
        var number = new Span(getTranslation("motion.number", motion.number().value()));
        number.addClassName("about");
        return number;
    }

    /// The key of how far a motion has come.
    static String words(MotionState state) {
        return "motion.way." + state.name().toLowerCase(Locale.ROOT);
    }

    /// The thread, folded to where it is now.
    private NativeDetails way(MotionSummary motion) {
        String now = getTranslation(words(motion.state()));
        var knots = new ArrayList<Knot>();
        knots.add(
                Knot.done(getTranslation("motion.way.begun"))
                        .with(work.begun(motion, getLocale())));
        knots.add(Knot.now(now));
        if (motion.state() == MotionState.DRAFT) {
            AHEAD.forEach(next -> knots.add(Knot.next(getTranslation("motion.way." + next))));
        }
        var way = new NativeDetails(now);
        way.addClassName("state");
        way.setContent(new ThreadLine(getTranslation("motion.way"), knots));
        return way;
    }

    private ActsMenu acts(MotionSummary motion, MotionOwner owner) {
        var menu = new ActsMenu("motion.acts");
        menu.add("motion.invite", () -> new InviteToMotionDialog(work, motion, reader.id()).open());
        menu.add(
                motion.readersDiscuss() ? "motion.only-members-discuss" : "motion.all-discuss",
                () -> letDiscuss(motion));
        if (work.motions().mayHandOver(reader.id(), motion).allowed()) {
            menu.add(
                    "motion.hand-over",
                    () -> new HandOverMotionDialog(work, motion, reader.id()).open());
            menu.beginGroup();
            menu.add("motion.discard", () -> discard(motion, owner));
        }
        return menu;
    }

    private void letDiscuss(MotionSummary motion) {
        boolean all = !motion.readersDiscuss();
        work.motions().letReadersDiscuss(reader.id(), motion.id(), all);
        new Undoable(
                        getTranslation(
                                all ? "motion.all-discuss-now" : "motion.only-members-discuss-now"),
                        () -> work.motions().letReadersDiscuss(reader.id(), motion.id(), !all))
                .open();
    }

    /// Whoever slipped brings it back.
    private void discard(MotionSummary motion, MotionOwner owner) {
        work.motions().discard(reader.id(), motion.id());
        new Undoable(
                        getTranslation("motion.was-discarded"),
                        () -> work.motions().bringBack(reader.id(), motion.id()))
                .open();
        getUI().ifPresent(ui -> ui.navigate(owner.motions()));
    }
}
