package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Pace;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What pages ask of the server, answered as the framework does. Who keeps the pages hears which
/// was used. What no hands can do, as navigating a thousand times at once, is refused or slowed
/// down.
final class PageRequests extends UidlRequestHandler {

    /// So much one request tells. A page tells its fields and a press or two.
    static final int MOST_AT_ONCE = 500;

    /// A page that is opened takes the server as long as so many other things.
    static final int NAVIGATION = 10;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final transient Consumer<UI> used;
    private final transient CurrentMember currentMember;
    private final transient Pace pace;

    /// @param used is told under the lock of the session
    PageRequests(Consumer<UI> used, CurrentMember currentMember, Pace pace) {
        this.used = used;
        this.currentMember = currentMember;
        this.pace = pace;
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String body)
            throws IOException {
        int told = told(body);
        if (told > MOST_AT_ONCE) {
            return Optional.of(() -> response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value()));
        }
        slowDown(told);
        Optional<ResponseWriter> answer =
                super.synchronizedHandleRequest(session, request, response, body);
        Optional.ofNullable(session.getService().findUI(request)).ifPresent(used);
        return answer;
    }

    /// How much a request tells, 1 at the least; what is no JSON is refused by the framework.
    private static int told(String body) {
        try {
            int told = 1;
            for (JsonNode one : JacksonUtils.readTree(body).path("rpc")) {
                told += isNavigation(one) ? NAVIGATION : 1;
            }
            return told;
        } catch (JacksonException | IllegalStateException noJson) {
            return 1;
        }
    }

    private static boolean isNavigation(JsonNode told) {
        return told.path(JsonConstants.RPC_TYPE)
                        .asString("")
                        .equals(JsonConstants.RPC_TYPE_NAVIGATION)
                || told.path(JsonConstants.RPC_EVENT_TYPE).asString("").startsWith("ui-");
    }

    /// Her other pages wait with this one, and nobody else's.
    private void slowDown(int told) {
        Duration wait =
                currentMember.find().map(by -> pace.act(by.member(), told)).orElse(Duration.ZERO);
        try {
            Thread.sleep(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
