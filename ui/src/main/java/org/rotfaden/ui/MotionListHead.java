package org.rotfaden.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.Members;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;

/// The heading of the list of motions, with the way to a new one for those who may write.
final class MotionListHead extends Div {

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    private final transient Motions motions;
    private final transient Members members;
    private final transient MemberId reader;
    private final Span action = new Span();

    MotionListHead(Motions motions, Members members, MemberId reader, LiveTopics topics) {
        this.motions = motions;
        this.members = members;
        this.reader = reader;
        addClassName("page-head");
        action.addClassName("with-why");
        add(new H1(getTranslation("motions.title")), action);
        showAction();
        Live.follow(this, topics, MemberNews.TOPIC, MemberEvent.class, this::follow);
    }

    private void follow(MemberEvent event) {
        if (event instanceof MemberEvent.RightChanged(var member, _) && member.equals(reader)) {
            showAction();
        }
    }

    private void showAction() {
        boolean mayWrite = members.get(reader).mayWrite();
        var begin = new Button(getTranslation("motions.new"), new Icon("plus"), _ -> begin());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.getElement().setAttribute("data-keys", "n");
        begin.setEnabled(mayWrite);
        begin.setDisableOnClick(true);
        action.removeAll();
        action.add(begin);
        if (!mayWrite) {
            action.add(new Why(getTranslation("motions.why-not-new")));
        }
    }

    private void begin() {
        var motion = motions.draft(new DraftMotion(reader, new FirstContent("", EMPTY, EMPTY)));
        getUI().ifPresent(ui -> ui.navigate(MotionView.class, motion.number().value()));
    }
}
