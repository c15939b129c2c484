package org.rotfaden.notifications;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What happened to notices: for those alone whose they are.
public sealed interface NoticeEvent extends Activity {

    /// Whether it is about what is this member's.
    boolean isOf(MemberId member);

    /// Some members have others than before.
    record Came(Set<MemberId> members) implements NoticeEvent {

        public Came {
            members = Set.copyOf(members);
        }

        @Override
        public @Nullable MemberId by() {
            return null;
        }

        /// Each of them follows what is her own.
        @Override
        public Subject subject() {
            return members.stream().findFirst().map(MemberId::subject).orElseThrow();
        }

        @Override
        public Set<Subject> concerned() {
            return members.stream().map(MemberId::subject).collect(Collectors.toSet());
        }

        @Override
        public Audience audience() {
            return members.stream().map(Audience::only).reduce(Audience::and).orElseThrow();
        }

        @Override
        public boolean isOf(MemberId member) {
            return members.contains(member);
        }
    }

    /// She has read some, or wants to hear of others than before.
    record Changed(MemberId by) implements NoticeEvent {

        @Override
        public Subject subject() {
            return by.subject();
        }

        @Override
        public Audience audience() {
            return Audience.only(by);
        }

        @Override
        public boolean isOf(MemberId member) {
            return by.equals(member);
        }
    }
}
