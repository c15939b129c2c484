package org.rotfaden.ui.rights;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;

/// What the reader may do with one thing and why; those responsible also see who else may, and give
/// rights and end them.
@Route(Paths.ASSOCIATION + "/" + Paths.RIGHTS)
@PermitAll
class RightsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RightsAtWork work;
    private final transient Things things;
    private final transient RightsOfOthers.Maker others;
    private final transient MemberId reader;
    private String page = "";
    private String title = "";
    private final transient LivePage live;
    private @Nullable RightsOfOthers shown;
    private volatile boolean isSeenWhole;

    RightsView(
            RightsAtWork work,
            Things things,
            RightsOfOthers.Maker others,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.things = things;
        this.others = others;
        this.reader = currentMember.get().member();
        addClassNames("page", "rights-page");
        this.live = live.page(this, reader, this::show).onRights(_ -> isSeenWhole);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String path = event.getLocation().getPath();
        page = path.substring(0, path.lastIndexOf('/'));
        if (things.at(page, reader, getLocale()).isEmpty()) {
            throw new NotFoundException();
        }
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    /// Those responsible see all changes, others those of their own rights.
    private void show() {
        things.at(page, reader, getLocale()).ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(Thing thing) {
        title = getTranslation("rights.title", thing.name());
        live.looksAt(Set.of(thing.subject()));
        RightsOfOthers before = shown;
        shown = others.areSeenBy(reader, thing) ? others.of(thing, reader) : null;
        isSeenWhole = shown != null;
        if (shown != null && before != null) {
            shown.showAsManyAs(before);
        }
        removeAll();
        if (!thing.isAssociation()) {
            add(back(thing));
        }
        add(new H1(title), new MyRights(work, thing, reader));
        if (shown != null) {
            add(shown);
        }
    }

    private void showNothing() {
        shown = null;
        isSeenWhole = false;
        removeAll();
        add(new Trouble(null, getTranslation("not-found.text")));
    }

    private static PageLink back(Thing thing) {
        var back =
                new PageLink(
                        thing.path(), new Icon("back"), DataLanguage.mark(new Span(thing.name())));
        back.addClassName("back");
        return back;
    }
}
