package org.rotfaden.ui.operation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.rotfaden.activity.OtherNodes;
import org.rotfaden.installation.ServerState;
import org.rotfaden.security.MemberId;
import org.rotfaden.web.Health;

/// One sentence on how the server is; where something is wrong, what, and what to do.
final class Condition extends Div {

    /// With less of the disk free than this share, somebody should make room.
    private static final double ENOUGH_FREE = 0.1;

    private final transient OperatorsTools tools;
    private final transient MemberId reader;

    Condition(OperatorsTools tools, MemberId reader) {
        this.tools = tools;
        this.reader = reader;
        addClassName("condition");
        getElement().setAttribute("role", "status");
        show();
    }

    /// As it is now.
    void show() {
        List<String> troubles = troubles(tools.operation().state(reader));
        removeAll();
        setClassName("good", troubles.isEmpty());
        if (troubles.isEmpty()) {
            add(new Paragraph(getTranslation("operation.well")));
            return;
        }
        var list = new UnorderedList();
        troubles.forEach(trouble -> list.add(new ListItem(trouble)));
        add(new Paragraph(getTranslation("operation.troubles", troubles.size())), list);
    }

    private List<String> troubles(ServerState state) {
        List<String> troubles = new ArrayList<>();
        Health.State health = tools.health().state();
        if (health != Health.State.UP) {
            troubles.add(getTranslation("operation.trouble.health." + health));
        }
        if (state.free() < state.disk() * ENOUGH_FREE) {
            troubles.add(getTranslation("operation.trouble.disk"));
        }
        if (tools.others().state() == OtherNodes.State.CUT_OFF) {
            troubles.add(getTranslation("operation.trouble.nodes"));
        }
        if (!state.trailIsKept()) {
            troubles.add(getTranslation("operation.trouble.trail"));
        }
        return troubles;
    }
}
