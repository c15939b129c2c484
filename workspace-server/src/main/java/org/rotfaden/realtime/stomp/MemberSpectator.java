package org.rotfaden.realtime.stomp;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.activity.Topic;
import org.rotfaden.realtime.socket.Connection;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;

/// A member, with her own rights.
record MemberSpectator(SignedIn signedIn, Spectators spectators) implements Spectator {

    @Override
    public Optional<Instant> validUntil() {
        return spectators.validUntil(signedIn);
    }

    @Override
    public boolean mayHaveLeft(RightsChanged changed) {
        return changed.everybody() || changed.members().contains(member());
    }

    @Override
    public boolean sees(Subject subject) {
        return spectators.isSeen(member(), subject);
    }

    @Override
    public Set<Topic> keys() {
        return spectators.permissions().keyringOf(member()).stream()
                .map(Topic::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isConcernedBy(RightsChanged changed, Set<Subject> followed) {
        Set<Subject> places = new HashSet<>(spectators.permissions().placesOf(member()));
        places.addAll(followed);
        return changed.concerns(member(), places)
                || changed.members().stream().map(MemberId::subject).anyMatch(followed::contains);
    }

    @Override
    public boolean comes(Connection connection) {
        return spectators.attendance().counts(member(), connection);
    }

    @Override
    public boolean mayFollowOneMore() {
        return spectators.followedTopics().add(member());
    }

    @Override
    public void followsOneLess() {
        spectators.followedTopics().remove(member());
    }

    @Override
    public void leaves(Connection connection) {
        spectators.attendance().leave(member(), connection);
    }

    private MemberId member() {
        return signedIn.member();
    }
}
