package org.rotfaden.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Closes the pages to whoever has left the association, all but those that show what is her own
/// and nothing of others.
@Component
class PagesAfterLeaving implements PageGuard, VaadinServiceInitListener {

    /// The first steps of addresses. A motion is there for those who may read it.
    private static final Set<String> OPEN =
            Set.of("", Paths.MOTIONS, Paths.ACCOUNT, Paths.LOGIN, Paths.SET_UP);

    private final Permissions permissions;
    private final CurrentMember currentMember;

    PagesAfterLeaving(Permissions permissions, CurrentMember currentMember) {
        this.permissions = permissions;
        this.currentMember = currentMember;
    }

    @Override
    public boolean isClosed(String path, MemberId reader) {
        return !OPEN.contains(path.split("/", -1)[0]) && permissions.hasLeft(reader);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(begun -> begun.getUI().addBeforeEnterListener(this::refuse));
    }

    private void refuse(BeforeEnterEvent event) {
        Optional<MemberId> reader = currentMember.find().map(SignedIn::member);
        String path = event.getLocation().getPath();
        if (reader.isPresent() && isClosed(path, reader.get())) {
            try {
                permissions.expectNotLeft(reader.get());
            } catch (BrokenRule hasLeft) {
                event.rerouteToError(hasLeft, "");
            }
        }
    }
}
