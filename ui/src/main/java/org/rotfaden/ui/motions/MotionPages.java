package org.rotfaden.ui.motions;

import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is the motion whose page is asked for.
@Component
class MotionPages implements PageGuard {

    private final MotionCatalogue motions;

    MotionPages(MotionCatalogue motions) {
        this.motions = motions;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return PageGuard.absentIf(
                Paths.nameAt(Paths.MOTIONS, path).filter(this::isUnknown).isPresent());
    }

    private boolean isUnknown(String number) {
        return !number.matches("\\d{1,9}")
                || motions.find(new MotionNumber(Integer.parseInt(number))).isEmpty();
    }
}
