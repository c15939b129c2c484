package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.CurrentMember;

/// One motion, where members write it together.
@Route(value = MotionListView.PATH, layout = MainLayout.class)
@PermitAll
class MotionView extends Div implements HasUrlParameter<Integer>, HasDynamicTitle {

    private final transient MotionCatalogue catalogue;
    private final transient Member reader;
    private String title = "";

    MotionView(MotionCatalogue catalogue, Members members, CurrentMember currentMember) {
        this.catalogue = catalogue;
        this.reader = members.get(currentMember.get().member());
        addClassNames("page", "motion");
    }

    @Override
    public void setParameter(BeforeEvent event, Integer number) {
        MotionSummary motion = catalogue.find(new MotionNumber(number)).orElseThrow(NotFoundException::new);
        title = motion.title().isEmpty() ? getTranslation("motion.untitled") : motion.title();
        removeAll();
        var back = new RouterLink("← " + getTranslation("motions.title"), MotionListView.class);
        back.addClassName("back");
        var heading = new H1(title);
        heading.addClassName("for-screen-readers");
        add(back, heading, editor(motion, heading));
        if (!reader.mayWrite()) {
            addComponentAtIndex(2, new Why(getTranslation("motion.why-read-only")));
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    /// The page's title follows the words without asking the server.
    private LiveEditor editor(MotionSummary motion, H1 heading) {
        var editor = new LiveEditor(motion.document(), reader);
        editor.getElement()
                .executeJs(
                        """
                        this.addEventListener('rotfaden-title', event => {
                            const title = event.detail.title || $0;
                            document.title = title + ' · Rotfaden';
                            $1.textContent = title;
                        })
                        """,
                        getTranslation("motion.untitled"),
                        heading.getElement());
        return editor;
    }
}
