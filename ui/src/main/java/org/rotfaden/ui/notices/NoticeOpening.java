package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.notifications.Notice;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceTab;

/// Leads on to what a notice is about, which is read by that. One that has gone leads to those that
/// are there.
@Route(Paths.NOTICES + "/:id")
@PermitAll
class NoticeOpening extends Div implements BeforeEnterObserver {

    private static final String WANTS_IN = "ASKED_TO_JOIN";

    private final transient NoticesAtWork work;
    private final transient MemberId reader;

    NoticeOpening(NoticesAtWork work, CurrentMember currentMember) {
        this.work = work;
        this.reader = currentMember.get().member();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Notice> notice =
                event.getRouteParameters()
                        .get("id")
                        .flatMap(NoticeOpening::id)
                        .flatMap(id -> work.notices().find(reader, id));
        notice.ifPresent(found -> work.notices().read(reader, List.of(found.id())));
        event.forwardTo(notice.flatMap(this::path).orElse(Paths.NOTICES));
    }

    private static Optional<NoticeId> id(String typed) {
        try {
            return Optional.of(new NoticeId(UUID.fromString(typed)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<String> path(Notice notice) {
        return work.types()
                .find(notice.subject(), reader)
                .map(Named::path)
                .filter(path -> !path.isEmpty())
                .map(path ->
                        notice.why().equals(WANTS_IN)
                                        && notice.subject().type().equals(WorkingGroupId.SUBJECT)
                                ? PlaceTab.PEOPLE.path(path)
                                : path);
    }
}
