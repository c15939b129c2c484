package org.rotfaden.motions;

import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Which motions are asked for, and in what order.
///
/// @param owner whose; of everybody where there is none
/// @param author who began them; anybody where there is none
/// @param notBy who did not begin them
/// @param words what is in their title, whatever its case, or their number; all where there are
///   none
public record MotionQuery(
        @Nullable Subject owner,
        @Nullable MemberId author,
        @Nullable MemberId notBy,
        MotionState state,
        TypedWords words,
        Order order) {

    /// What comes first.
    public enum Order {
        /// The one whose words changed last.
        CHANGED("changed_at desc"),
        /// The one that was listed last.
        LISTED("coalesce(listed_at, created_at) desc"),
        /// By title, as people sort.
        TITLE("title = '', lower(unaccent(title))");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        String columns() {
            return columns;
        }
    }

    /// All that are written, the one that changed last first.
    public static final MotionQuery ALL =
            new MotionQuery(null, null, null, MotionState.DRAFT, TypedWords.of(""), Order.CHANGED);

    public MotionQuery of(Subject owner) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }

    public MotionQuery begunBy(MemberId author) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }

    public MotionQuery begunByOthersThan(MemberId notBy) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }

    public MotionQuery in(MotionState state) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }

    public MotionQuery titled(TypedWords words) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }

    public MotionQuery by(Order order) {
        return new MotionQuery(owner, author, notBy, state, words, order);
    }
}
