package org.rotfaden.ui.motions;

import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is the motion whose page is asked for, and the reader may read it.
@Component
class MotionPages implements PageGuard {

    private final MotionCatalogue motions;

    MotionPages(MotionCatalogue motions) {
        this.motions = motions;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return Paths.nameAt(Paths.MOTIONS, path)
                .map(number -> stateOfMotion(number, reader))
                .orElse(State.OPEN);
    }

    private State stateOfMotion(String number, MemberId reader) {
        if (!number.matches("\\d{1,9}")) {
            return State.ABSENT;
        }
        var asked = new MotionNumber(Integer.parseInt(number));
        return PageGuard.absentIf(motions.find(reader, asked).isEmpty());
    }
}
