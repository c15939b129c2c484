package org.rotfaden.organisation.units;

import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to the trees of units.
public sealed interface TreeEvent extends Activity {

    @Override
    default Subject subject() {
        return Subject.ASSOCIATION;
    }

    @Override
    default Audience audience() {
        return Audience.everybody();
    }

    record Made(MemberId by, TreeId tree) implements TreeEvent {}
}
