package org.rotfaden.activity;

import java.time.Duration;
import java.util.TreeSet;
import org.rotfaden.beat.Beat;
import org.rotfaden.beat.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sees to it that this node finds out within a second when it was not told of a change of rights,
/// or of what is kept at hand: it compares what it has heard with what the database has counted. No
/// news of other nodes is needed for that.
@Component
public class Watch implements Hearing, Standstill.Listener, SmartLifecycle {

    /// What is missing at two looks counts as missed: a second is not over by then.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(350);

    /// So many may have come before what is missing.
    private static final int MOST_AHEAD = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final TopicVersions versions;
    private final Activities activities;

    /// Everything up to this one was heard, and some beyond it.
    private long heard;

    private final TreeSet<Long> ahead = new TreeSet<>();

    /// What the database said at the last look.
    private long counted;

    private final Beat looks = new Beat("watch", BETWEEN_LOOKS, this::look);
    private volatile boolean isBlind;

    Watch(TopicVersions versions, Activities activities) {
        this.versions = versions;
        this.activities = activities;
    }

    @Override
    public synchronized void heard(News news) {
        if (news.number() > heard) {
            ahead.add(news.number());
        }
        goOn();
    }

    private void goOn() {
        while (ahead.remove(heard + 1)) {
            heard++;
        }
        if (ahead.size() > MOST_AHEAD) {
            ahead.pollLast();
        }
    }

    @Override
    public void missed() {
        // this one has found it out
    }

    @Override
    public void stoodStill() {
        compare();
    }

    /// Something may have been lost between the nodes: nothing that is kept at hand counts any
    /// more, and what the database has counted by now is missing at once.
    public void compare() {
        activities.forgetAll();
        look();
        look();
    }

    /// Whether this node was told of all that the database has counted.
    public boolean hasHeardAll() {
        long countedNow = versions.ofAllNodes();
        synchronized (this) {
            return heard >= countedNow;
        }
    }

    /// Compares once.
    void look() {
        try {
            if (lacks(versions.ofAllNodes())) {
                log.warn(
                        "Another node has changed something and this one was not told; it looks"
                                + " anew");
                activities.missed();
            }
            isBlind = false;
        } catch (RuntimeException failure) {
            if (!isBlind) {
                log.warn("Nobody can say now whether this node was told of everything", failure);
            }
            isBlind = true;
        }
    }

    /// Whether something is missing that was counted at the last look already.
    private synchronized boolean lacks(long countedNow) {
        boolean lacks = heard < counted;
        if (lacks) {
            begin(counted);
        }
        counted = countedNow;
        return lacks;
    }

    private void begin(long number) {
        heard = number;
        ahead.removeIf(one -> one <= number);
        goOn();
    }

    /// What was kept at hand before counts as missed.
    @Override
    public void start() {
        synchronized (this) {
            counted = versions.ofAllNodes();
            begin(counted);
        }
        activities.missed();
        looks.start();
    }

    @Override
    public void stop() {
        looks.stop();
    }

    @Override
    public boolean isRunning() {
        return looks.isRunning();
    }

    /// Before anybody comes in.
    @Override
    public int getPhase() {
        return 0;
    }
}
