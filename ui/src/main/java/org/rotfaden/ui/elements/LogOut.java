package org.rotfaden.ui.elements;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Map;
import org.rotfaden.security.MemberId;

/// The way out. Words that wait on this device are not thrown away without a question, which the
/// browser asks at once, with a line or without; what is saved is forgotten here.
public final class LogOut extends NativeButton {

    private final transient MemberId member;

    public LogOut(MemberId member, AuthenticationContext authentication) {
        this.member = member;
        addClassName("log-out");
        add(new Icon("out"), new Span(getTranslation("log-out")));
        getElement().addEventListener("log-out", _ -> authentication.logout());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        "window.rotfadenShell.leadOut(this, $0, $1)",
                        member.toString(),
                        Map.of(
                                "title", getTranslation("log-out.unsent.title"),
                                "one", getTranslation("log-out.unsent.one"),
                                "many", getTranslation("log-out.unsent.many", "#"),
                                "wait", getTranslation("log-out.unsent.wait"),
                                "discard", getTranslation("log-out.unsent.discard")));
    }
}
