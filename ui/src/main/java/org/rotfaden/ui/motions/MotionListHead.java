package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LiveNews;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.web.Sentences;

/// The heading of the list of motions, with the way to a new one for those who may write.
final class MotionListHead extends Div {

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    private final transient Motions motions;
    private final transient Permissions permissions;
    private final transient Sentences sentences;
    private final transient MemberId reader;
    private final Span action = new Span();

    MotionListHead(
            Motions motions,
            Permissions permissions,
            Sentences sentences,
            MemberId reader,
            LiveTopics topics) {
        this.motions = motions;
        this.permissions = permissions;
        this.sentences = sentences;
        this.reader = reader;
        addClassName("page-head");
        action.addClassName("with-why");
        add(new H1(getTranslation("motions.title")), action);
        showAction();
        Live.follow(this, topics, LiveNews.RIGHTS, RightsChanged.class, this::follow);
    }

    private void follow(RightsChanged changed) {
        if (changed.concerns(reader)) {
            showAction();
        }
    }

    private void showAction() {
        Decision mayWrite =
                permissions.decide(reader, Permission.WRITE_MOTIONS, Subject.ASSOCIATION);
        var begin = new Button(getTranslation("motions.new"), new Icon("plus"), _ -> begin());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.getElement().setAttribute("data-keys", "n");
        begin.setEnabled(mayWrite.allowed());
        begin.setDisableOnClick(true);
        action.removeAll();
        action.add(begin);
        if (!mayWrite.allowed()) {
            action.add(new Why(sentences.of(mayWrite, getLocale())));
        }
    }

    private void begin() {
        var motion =
                motions.draft(
                        new DraftMotion(
                                reader, Subject.ASSOCIATION, new FirstContent("", EMPTY, EMPTY)));
        getUI().ifPresent(ui -> ui.navigate(Paths.motion(motion.number().value())));
    }
}
