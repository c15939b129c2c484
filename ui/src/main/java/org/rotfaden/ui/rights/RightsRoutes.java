package org.rotfaden.ui.rights;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Below the page of each thing with rights lies the page that tells of them.
@Component
class RightsRoutes implements VaadinServiceInitListener {

    private final SubjectTypes types;

    RightsRoutes(SubjectTypes types) {
        this.types = types;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var routes = RouteConfiguration.forApplicationScope();
        types.all().stream()
                .filter(type -> !type.questions().isEmpty())
                .map(SubjectType::place)
                .filter(place -> !place.equals(Paths.ASSOCIATION))
                .forEach(
                        place -> routes.setRoute(Paths.rights(place + "/:slug"), RightsView.class));
    }
}
