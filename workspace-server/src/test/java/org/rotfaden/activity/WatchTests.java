package org.rotfaden.activity;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.RightsChanged;

/// A node finds out what it was not told, and only that.
class WatchTests {

    private final TopicVersions versions = mock();
    private final Activities activities = mock();
    private final Watch watch = new Watch(versions, activities);

    @BeforeEach
    void from_seven_on() {
        counted(7);
        watch.start();
        watch.stop();
    }

    @AfterEach
    void end() {
        watch.stop();
    }

    @Test
    void what_was_kept_before_it_began_counts_as_missed() {
        verify(activities).missed();
    }

    @Test
    void what_is_heard_is_not_missed_in_whatever_order_it_comes() {
        counted(10);
        watch.look();
        heard(9, 8, 10);
        watch.look();
        watch.look();
        verify(activities, times(1)).missed();
    }

    @Test
    void what_is_on_its_way_is_waited_for() {
        counted(8);
        watch.look();
        verify(activities, times(1)).missed();
        watch.look();
        verify(activities, times(2)).missed();
        watch.look();
        verify(activities, times(2)).missed();
    }

    @Test
    void a_gap_is_missed_though_later_things_are_heard() {
        counted(9);
        heard(9);
        watch.look();
        watch.look();
        verify(activities, times(2)).missed();
        counted(10);
        heard(10);
        watch.look();
        watch.look();
        verify(activities, times(2)).missed();
    }

    /// After the bus was gone nothing is waited for.
    @Test
    void when_it_has_to_compare_everything_counts_at_once() {
        counted(8);
        watch.compare();
        verify(activities).forgetAll();
        verify(activities, times(2)).missed();
    }

    @Test
    void a_database_that_is_gone_ends_nothing() {
        when(versions.ofAllNodes()).thenThrow(new IllegalStateException("on purpose"));
        watch.look();
        doReturn(8L).when(versions).ofAllNodes();
        watch.look();
        watch.look();
        verify(activities, times(2)).missed();
    }

    private void counted(long number) {
        when(versions.ofAllNodes()).thenReturn(number);
    }

    private void heard(long... numbers) {
        for (long number : numbers) {
            watch.heard(new News(RightsChanged.ofEverybody(), number, List.of()));
        }
    }
}
