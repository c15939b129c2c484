package org.rotfaden.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// The frame of every page: sheets, live connection, what the browser shows around it.
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://style/tokens.css")
@StyleSheet("context://style/icons.css")
@StyleSheet("context://style/shell.css")
@StyleSheet("context://style/thread.css")
@StyleSheet("context://style/pages.css")
@StyleSheet("context://style/rows.css")
@StyleSheet("context://style/place.css")
@StyleSheet("context://style/beside.css")
@StyleSheet("context://style/notices.css")
@StyleSheet("context://style/patterns.css")
@StyleSheet("context://style/start.css")
@StyleSheet("context://style/units.css")
@StyleSheet("context://style/bodies.css")
@StyleSheet("context://style/rights.css")
@StyleSheet("context://style/setup.css")
@StyleSheet("context://style/palette.css")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addMetaTag("description", "Rotfaden");
        settings.addLink("icon", "icons/favicon.svg");
    }
}
