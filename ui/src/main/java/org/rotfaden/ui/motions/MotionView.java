package org.rotfaden.ui.motions;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Member;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.discussions.TalkBeside;
import org.rotfaden.ui.elements.Beside;
import org.rotfaden.ui.elements.Besides;
import org.rotfaden.ui.elements.Closed;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;

/// One motion, where members write it together.
@Route(Paths.MOTIONS)
@StyleSheet("context://style/motion.css")
@PermitAll
class MotionView extends Div implements HasUrlParameter<Integer>, HasDynamicTitle {

    private static final String OUTLINE = "motion-outline";

    private final transient MotionCatalogue catalogue;
    private final transient MotionsAtWork work;
    private final transient Member reader;
    private final transient MotionHead head;
    private final transient LaidAside laidAside;
    private final transient MotionFacts facts;
    private final transient TalkBeside.Maker talks;
    private final Div talk = new Div();
    private final Besides besides;
    private String title = "";
    private final transient LivePage live;
    private transient volatile @Nullable MotionSummary motion;

    MotionView(
            MotionCatalogue catalogue,
            MotionsAtWork work,
            TalkBeside.Maker talks,
            CurrentMember currentMember,
            Live live) {
        this.catalogue = catalogue;
        this.work = work;
        this.reader = work.members().get(currentMember.get().member());
        addClassNames("page", "motion-page");
        this.talks = talks;
        var about = new Beside("motion-facts", "about", getTranslation("motion.facts"));
        var beside = new Beside("motion-talk", "threads", getTranslation("motion.talk"));
        beside.add(talk);
        besides = new Besides(beside, about);
        head = new MotionHead(work, reader, besides.openers());
        laidAside = new LaidAside(work, reader);
        facts = new MotionFacts(work, reader);
        var outline = new Div();
        outline.setId(OUTLINE);
        about.add(outline, facts);
        this.live =
                live.page(this, reader.id(), this::show)
                        .hears(MotionEvent.HandedOver.class, this::isThis)
                        .hears(MotionEvent.Discarded.class, this::isThis)
                        .hears(MotionEvent.BroughtBack.class, this::isThis)
                        .hears(MotionEvent.DiscussionChanged.class, this::isThis)
                        .hears(RoleEvent.class, event -> isThis(event.where()))
                        .hears(UnitEvent.class)
                        .hears(BodyEvent.Changed.class, event -> isOwner(event.subject()))
                        .hears(GroupEvent.Changed.class, event -> isOwner(event.subject()))
                        .needs(() ->
                                work.permissions()
                                        .decide(
                                                reader.id(),
                                                Permission.READ,
                                                shown().id().subject())
                                        .orRefuse())
                        .closesWith(this::closed);
    }

    @Override
    public void setParameter(BeforeEvent event, Integer number) {
        MotionSummary motion = catalogue.get(reader.id(), new MotionNumber(number));
        this.motion = motion;
        live.looksAt(Set.of(motion.id().subject()));
        title = motion.title().isEmpty() ? getTranslation("untitled") : motion.title();
        var heading = new H1(title);
        heading.addClassName("for-screen-readers");
        var body = new Div(editor(motion, heading), besides);
        body.addClassName("motion-body");
        talk.removeAll();
        talk.add(
                talks.of(
                        motion.id().subject(), reader.id(), () -> besides.bringOut("motion-talk")));
        removeAll();
        add(head, laidAside, heading, body);
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    /// The editor falls silent by itself.
    private List<Component> closed(String why) {
        return List.of(back(), new Closed(why, getTranslation("motion.closed")));
    }

    private boolean isThis(MotionEvent event) {
        return isThis(event.subject());
    }

    private boolean isThis(Subject subject) {
        MotionSummary shown = motion;
        return shown != null && subject.equals(shown.id().subject());
    }

    private boolean isOwner(Subject subject) {
        MotionSummary shown = motion;
        return shown != null && subject.equals(shown.owner());
    }

    private MotionSummary shown() {
        return requireNonNull(motion);
    }

    /// Another's motion is written by others. Who was invited appears as well.
    private void show() {
        MotionSummary now = catalogue.get(reader.id(), shown().id());
        motion = now;
        head.show(now);
        laidAside.show(now);
        facts.show(now);
    }

    private PageLink back() {
        var back =
                new PageLink(
                        Paths.MOTIONS, new Icon("back"), new Span(getTranslation("motions.title")));
        back.addClassName("back");
        return back;
    }

    /// The page's title follows the words without asking the server; an empty motion begins with
    /// its title. For readers the title among the words is the heading of the page.
    private LiveEditor editor(MotionSummary motion, H1 heading) {
        var editor = new LiveEditor(motion.document(), reader);
        editor.getElement().setAttribute("head", MotionHead.SAVED).setAttribute("outline", OUTLINE);
        editor.getElement()
                .executeJs(
                        """
                        this.addEventListener('rotfaden-title', event => {
                            const title = event.detail.title || $0;
                            document.title = $2.replace('#', title);
                            $1.textContent = title;
                        });
                        this.addEventListener('rotfaden-access', event => {
                            $1.hidden = event.detail.access === 'READ';
                        });
                        this.addEventListener('rotfaden-access', () => {
                            if ($3) this.querySelector('[role=textbox]')?.focus({preventScroll: true});
                        }, {once: true});
                        """,
                        getTranslation("untitled"),
                        heading.getElement(),
                        Titles.of("#"),
                        motion.title().isEmpty() && work.mayWrite(motion, reader.id()).allowed());
        return editor;
    }
}
