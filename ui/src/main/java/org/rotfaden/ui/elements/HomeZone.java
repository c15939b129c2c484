package org.rotfaden.ui.elements;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where the association is at home: its time zone, on whose clocks pages show times.
public final class HomeZone {

    private static final ZoneId UNTIL_IT_IS_FOUNDED = ZoneId.of("Europe/Berlin");

    private HomeZone() {}

    /// Tells a new window what the zone is.
    public static void tell(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /// The zone of the window that is being written.
    public static ZoneId current() {
        @Nullable UI ui = UI.getCurrent();
        @Nullable ZoneId told = ui == null ? null : ComponentUtil.getData(ui, ZoneId.class);
        return told == null ? UNTIL_IT_IS_FOUNDED : told;
    }
}
