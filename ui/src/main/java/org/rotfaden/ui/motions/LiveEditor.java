package org.rotfaden.ui.motions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import org.rotfaden.members.Member;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.PersonColour;
import org.rotfaden.ui.elements.Language;

/// The browser side of a live document, which talks to the server by itself.
@Tag("rotfaden-editor")
@JavaScript("context://editor/rotfaden-editor.js")
@StyleSheet("context://editor/rotfaden-editor.css")
final class LiveEditor extends Component {

    LiveEditor(DocumentId document, Member member) {
        getElement().setAttribute("document-id", document.toString());
        getElement().setAttribute("member-id", member.id().toString());
        getElement().setAttribute("member-name", member.name());
        getElement().setAttribute("member-color", PersonColour.of(member.id()));
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }
}
