package org.rotfaden.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import org.rotfaden.notifications.Notices;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.Places;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.palette.Choices;
import org.springframework.stereotype.Component;

/// What the ways around a page are made from.
@Component
record NavigationParts(
        Places places,
        Directory directory,
        Choices choices,
        Live live,
        AssociationName association,
        AuthenticationContext authentication,
        Permissions permissions,
        NewMotion newMotion,
        Notices notices,
        SubjectTypes types) {}
