package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// What pages ask of the server, answered as the framework does. Who keeps the pages hears which
/// was used.
final class PageRequests extends UidlRequestHandler {

    private final transient Consumer<UI> used;

    /// @param used is told under the lock of the session
    PageRequests(Consumer<UI> used) {
        this.used = used;
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body)
            throws IOException {
        Optional<ResponseWriter> answer =
                super.synchronizedHandleRequest(session, request, response, body);
        Optional.ofNullable(session.getService().findUI(request)).ifPresent(used);
        return answer;
    }
}
