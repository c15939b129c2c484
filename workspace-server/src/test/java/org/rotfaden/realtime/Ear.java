package org.rotfaden.realtime;

import java.util.ArrayList;
import java.util.List;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.security.RightsChanged;

/// Somebody who listens, and remembers what she hears in its order.
public class Ear implements LiveTopics.Listener {

    private final List<Told> heard = new ArrayList<>();
    private final List<RightsChanged> rights = new ArrayList<>();
    private int missed;

    @Override
    public synchronized void happened(Told told) {
        heard.add(told);
    }

    @Override
    public synchronized void rightsChanged(RightsChanged changed) {
        rights.add(changed);
    }

    @Override
    public synchronized void missed() {
        missed++;
    }

    public synchronized List<Told> heard() {
        return List.copyOf(heard);
    }

    public synchronized List<RightsChanged> rights() {
        return List.copyOf(rights);
    }

    /// How often something was missing.
    public synchronized int timesMissed() {
        return missed;
    }

    public boolean hasHeard(Activity what) {
        return heard().stream().anyMatch(told -> told.what().equals(what));
    }

    public List<Long> versions() {
        return heard().stream()
                .map(told -> told.version(Topic.about(told.what().subject())))
                .toList();
    }
}
