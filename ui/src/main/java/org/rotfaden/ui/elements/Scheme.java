package org.rotfaden.ui.elements;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;

/// Which colours a reader wants on this device.
public enum Scheme {
    /// What the system says.
    SYSTEM,
    LIGHT,
    DARK;

    /// The attribute of the page's root by which the style sheets know it.
    public static final String ATTRIBUTE = "data-scheme";

    private static final DeviceSetting CHOICE = new DeviceSetting("rotfaden-scheme");

    public static Scheme of(HttpServletRequest request) {
        return CHOICE.find(request)
                .flatMap(code ->
                        Stream.of(values())
                                .filter(scheme -> scheme.code().equals(code))
                                .findFirst())
                .orElse(SYSTEM);
    }

    public void choose() {
        CHOICE.keep(code(), VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
