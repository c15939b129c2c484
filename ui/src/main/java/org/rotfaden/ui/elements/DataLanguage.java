package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language in which the association writes: its names and titles are read aloud in it, also on
/// pages in another language.
public final class DataLanguage {

    private record Told(String code) {}

    private DataLanguage() {}

    /// Tells a new window what the language is.
    public static void tell(UI ui, Locale language) {
        ComponentUtil.setData(ui, Told.class, new Told(language.getLanguage()));
    }

    /// Marks what shows a name or a title, where the page is in another language.
    public static <T extends Component> T mark(T shown) {
        @Nullable UI ui = UI.getCurrent();
        @Nullable Told told = ui == null ? null : ComponentUtil.getData(ui, Told.class);
        if (told != null && !told.code().equals(ui.getLocale().getLanguage())) {
            shown.getElement().setAttribute("lang", told.code());
        }
        return shown;
    }
}
