package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.members.Member;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.CurrentMember;

/// One motion, where members write it together.
@Route(value = MotionListView.PATH, layout = MainLayout.class)
@PermitAll
class MotionView extends Div implements HasUrlParameter<Integer>, HasDynamicTitle {

    private final transient MotionCatalogue catalogue;
    private final transient Members members;
    private final transient Member reader;
    private final Div hint = new Div();
    private String title = "";

    MotionView(
            MotionCatalogue catalogue,
            Members members,
            CurrentMember currentMember,
            LiveTopics topics) {
        this.catalogue = catalogue;
        this.members = members;
        this.reader = members.get(currentMember.get().member());
        addClassNames("page", "motion-page");
        Live.follow(this, topics, MemberNews.TOPIC, MemberEvent.class, this::follow);
    }

    @Override
    public void setParameter(BeforeEvent event, Integer number) {
        MotionSummary motion = catalogue.get(new MotionNumber(number));
        title = motion.title().isEmpty() ? getTranslation("motion.untitled") : motion.title();
        var heading = new H1(title);
        heading.addClassName("for-screen-readers");
        removeAll();
        add(back(), hint, heading, editor(motion, heading));
        explainRight(reader.mayWrite());
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    private void follow(MemberEvent event) {
        if (event instanceof MemberEvent.RightChanged(var member, _)
                && member.equals(reader.id())) {
            explainRight(members.get(member).mayWrite());
        }
    }

    private void explainRight(boolean mayWrite) {
        hint.removeAll();
        if (!mayWrite) {
            hint.add(new Why(getTranslation("motion.why"), getTranslation("motion.why-read-only")));
        }
    }

    private RouterLink back() {
        var back = new RouterLink();
        back.setRoute(MotionListView.class);
        back.addClassName("back");
        back.add(new Icon("back"), new Span(getTranslation("motions.title")));
        return back;
    }

    /// The page's title follows the words without asking the server; an empty motion begins with
    /// its title.
    private LiveEditor editor(MotionSummary motion, H1 heading) {
        var editor = new LiveEditor(motion.document(), reader);
        editor.getElement()
                .executeJs(
                        """
                        this.addEventListener('rotfaden-title', event => {
                            const title = event.detail.title || $0;
                            document.title = $2.replace('#', title);
                            $1.textContent = title;
                        });
                        this.addEventListener('rotfaden-access', () => {
                            if ($3) this.querySelector('[role=textbox]')?.focus({preventScroll: true});
                        }, {once: true});
                        """,
                        getTranslation("motion.untitled"),
                        heading.getElement(),
                        Titles.of("#"),
                        motion.title().isEmpty() && reader.mayWrite());
        return editor;
    }
}
