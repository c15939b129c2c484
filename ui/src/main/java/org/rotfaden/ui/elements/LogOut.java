package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.rotfaden.security.MemberId;

/// The way out. Words that wait on this device are not thrown away without a question; what is
/// saved is forgotten here.
public final class LogOut extends NativeButton {

    private final transient AuthenticationContext authentication;
    private final transient MemberId member;

    public LogOut(MemberId member, AuthenticationContext authentication) {
        this.member = member;
        this.authentication = authentication;
        add(new Icon("out"), new Span(getTranslation("log-out")));
        addClickListener(_ -> forgetOrAsk());
    }

    /// Where the browser cannot answer, what it keeps stays there.
    private void forgetOrAsk() {
        getElement()
                .executeJs("return window.rotfadenShell.forget($0)", member.toString())
                .then(
                        Integer.class,
                        unsent -> {
                            if (unsent == 0) {
                                authentication.logout();
                            } else {
                                confirm(unsent);
                            }
                        },
                        _ -> authentication.logout());
    }

    private void confirm(int unsent) {
        new Question(
                        getTranslation("log-out.unsent.title"),
                        getTranslation("log-out.unsent.text", unsent),
                        new Question.Answers(
                                getTranslation("log-out.unsent.wait"),
                                getTranslation("log-out.unsent.discard")),
                        this::discard)
                .open();
    }

    private void discard() {
        getElement()
                .executeJs("return window.rotfadenShell.discard($0)", member.toString())
                .then(_ -> authentication.logout(), _ -> authentication.logout());
    }
}
