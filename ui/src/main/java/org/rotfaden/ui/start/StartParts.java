package org.rotfaden.ui.start;

import java.time.Clock;
import java.util.List;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionsUnderway;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.ElectionCalendar;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.ToDo;
import org.rotfaden.ui.notices.NewNotices;
import org.springframework.stereotype.Component;

/// What the first page is made from.
@Component
record StartParts(
        MotionCatalogue motions,
        MotionsUnderway underway,
        Units units,
        Bodies bodies,
        Offices offices,
        ElectionCalendar elections,
        Members members,
        Directory directory,
        Permissions permissions,
        SubjectTypes types,
        List<ToDo.Source> toDos,
        List<Happened.Source> news,
        NewNotices.Maker notices,
        Today today,
        Clock clock,
        Live live) {}
