package org.rotfaden.ui;

import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import java.util.stream.Stream;

/// Which colours a reader wants on this device.
enum Scheme {
    /// What the system says.
    SYSTEM,
    LIGHT,
    DARK;

    /// The attribute of the page's root by which the style sheets know it.
    static final String ATTRIBUTE = "data-scheme";

    private static final DeviceSetting CHOICE = new DeviceSetting("rotfaden-scheme");

    static Scheme of(VaadinRequest request) {
        return CHOICE.find(request)
                .flatMap(code ->
                        Stream.of(values())
                                .filter(scheme -> scheme.code().equals(code))
                                .findFirst())
                .orElse(SYSTEM);
    }

    void choose() {
        CHOICE.keep(code());
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
