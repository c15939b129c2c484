package org.rotfaden.ui.motions;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionQuery.Order;
import org.rotfaden.motions.MotionState;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.SubjectTypes;

/// Which motions a list shows, and in what order, as its address says:
/// `?von=gremien/vorstand-nordstadt`, `?meine`, `?stand=verworfen`, `?suche=Wohnen`,
/// `?zuerst=titel`.
///
/// @param owner whose; of everybody where there is none
/// @param mine whether only those that the reader has begun
record MotionFilter(
        @Nullable Named owner, boolean mine, MotionState state, String words, Order order) {

    private static final String OWNER = "von";
    private static final String MINE = "meine";
    private static final String STATE = "stand";
    private static final String WORDS = "suche";
    private static final String ORDER = "zuerst";

    private static final Map<MotionState, String> STATES =
            Map.of(MotionState.DRAFT, "in-arbeit", MotionState.DISCARDED, "verworfen");
    private static final Map<Order, String> ORDERS =
            Map.of(Order.CHANGED, "geaendert", Order.LISTED, "neu", Order.TITLE, "titel");

    static final MotionFilter NONE =
            new MotionFilter(null, false, MotionState.DRAFT, "", Order.CHANGED);

    /// What an address asks for; what it does not say, or what does not exist, is not asked.
    static MotionFilter of(QueryParameters address, SubjectTypes types, MemberId reader) {
        boolean mine = address.getParameters().containsKey(MINE);
        return new MotionFilter(
                mine
                        ? null
                        : address.getSingleParameter(OWNER)
                                .flatMap(path -> types.named(path, reader))
                                .filter(one -> !one.subject().type().equals(MotionId.SUBJECT))
                                .orElse(null),
                mine,
                named(STATES, address.getSingleParameter(STATE)).orElse(MotionState.DRAFT),
                address.getSingleParameter(WORDS).orElse(""),
                named(ORDERS, address.getSingleParameter(ORDER)).orElse(Order.CHANGED));
    }

    private static <T> Optional<T> named(Map<T, String> names, Optional<String> name) {
        return names.entrySet().stream()
                .filter(entry -> name.filter(entry.getValue()::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    QueryParameters address() {
        Map<String, String> said = new HashMap<>();
        if (owner != null) {
            said.put(OWNER, owner.path());
        }
        if (mine) {
            said.put(MINE, "");
        }
        if (state != NONE.state) {
            said.put(STATE, STATES.getOrDefault(state, ""));
        }
        if (!words.isBlank()) {
            said.put(WORDS, words);
        }
        if (order != NONE.order) {
            said.put(ORDER, ORDERS.getOrDefault(order, ""));
        }
        return QueryParameters.simple(said);
    }

    MotionQuery query(MemberId reader) {
        MotionQuery query = MotionQuery.ALL.in(state).titled(TypedWords.of(words)).by(order);
        MotionQuery narrowed = owner == null ? query : query.of(owner.subject());
        return mine ? narrowed.begunBy(reader) : narrowed;
    }

    /// Whether it leaves out more than another order would.
    boolean isNarrow() {
        return !equals(NONE.by(order));
    }

    MotionFilter of(@Nullable Named whose) {
        return new MotionFilter(whose, false, state, words, order);
    }

    MotionFilter onlyMine() {
        return new MotionFilter(null, true, state, words, order);
    }

    MotionFilter in(MotionState other) {
        return new MotionFilter(owner, mine, other, words, order);
    }

    MotionFilter titled(String other) {
        return new MotionFilter(owner, mine, state, other, order);
    }

    MotionFilter by(Order other) {
        return new MotionFilter(owner, mine, state, words, other);
    }

    /// The key of what a state or an order is called.
    static String words(Enum<?> one) {
        return "motions."
                + one.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
                + "."
                + one;
    }
}
