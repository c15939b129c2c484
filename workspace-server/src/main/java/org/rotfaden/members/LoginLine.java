package org.rotfaden.members;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// Those who stand in line to try a password. Each draws a lot. Where more stand than there are
/// places for, whoever drew the highest goes, the newcomer or somebody who stood there: of all who
/// come each has the same chance, however many come and whenever they do.
final class LoginLine {

    private static final int PLACES_FOR_AN_ACCOUNT = 10;
    private static final int PLACES_OF_A_NETWORK = 50;
    private static final int MOST = 2_000;

    /// Where somebody stands until it is closed, or lost to somebody else.
    final class Place implements AutoCloseable {

        private final LoginAttempts.Attempted what;
        private final CountDownLatch lost = new CountDownLatch(1);
        private final long lot = ThreadLocalRandom.current().nextLong();

        private Place(LoginAttempts.Attempted what) {
            this.what = what;
        }

        /// Opens when it is lost.
        CountDownLatch lost() {
            return lost;
        }

        boolean isLost() {
            return lost.getCount() == 0;
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    private final Set<Place> taken = new HashSet<>();

    /// Takes a place, which may be lost at once.
    synchronized Place take(LoginAttempts.Attempted what) {
        var place = new Place(what);
        taken.add(place);
        keep(PLACES_FOR_AN_ACCOUNT, other -> other.what.equals(what));
        keep(PLACES_OF_A_NETWORK, other -> other.what.from().equals(what.from()));
        keep(MOST, _ -> true);
        return place;
    }

    /// Whether somebody waits for the same.
    synchronized boolean isTakenFor(LoginAttempts.Attempted what) {
        return taken.stream().anyMatch(place -> place.what.equals(what));
    }

    private void keep(int places, Predicate<Place> which) {
        List<Place> standing = taken.stream().filter(which).toList();
        if (standing.size() > places) {
            Place highest =
                    Collections.max(standing, Comparator.comparingLong((Place place) -> place.lot));
            taken.remove(highest);
            highest.lost.countDown();
        }
    }

    private synchronized void leave(Place place) {
        taken.remove(place);
    }
}
