package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.motions.MotionQuery.Order;
import org.rotfaden.motions.MotionState;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.NativeChoice;

/// What narrows the list of motions: words, whose they are, how far they have come; and the order.
final class MotionFilterFields extends Div {

    /// Whose motions are shown.
    ///
    /// @param owner nothing for those of everybody, or those that the reader has begun
    private record Whose(@Nullable Named owner, boolean mine) {

        boolean isSameAs(Whose other) {
            return mine == other.mine && Objects.equals(subject(), other.subject());
        }

        private @Nullable Subject subject() {
            return owner == null ? null : owner.subject();
        }
    }

    private static final Whose EVERYBODYS = new Whose(null, false);
    private static final Whose MINE = new Whose(null, true);

    private final TextField words = new TextField();
    private final NativeChoice<Whose> whose =
            new NativeChoice<>(
                    getTranslation("motions.whose"),
                    one -> nameOf(one),
                    one -> narrow(narrowed(one)));
    private final NativeChoice<MotionState> state =
            new NativeChoice<>(
                    getTranslation("motions.state"),
                    one -> getTranslation(MotionFilter.words(one)),
                    one -> narrow(filter().in(one)));
    private final NativeChoice<Order> order =
            new NativeChoice<>(
                    getTranslation("motions.order"),
                    one -> getTranslation(MotionFilter.words(one)),
                    one -> narrow(filter().by(one)));
    private final Div howMany = new Div();
    private final transient Consumer<MotionFilter> changed;
    private transient MotionFilter filter = MotionFilter.NONE;

    MotionFilterFields(Consumer<MotionFilter> changed) {
        this.changed = changed;
        addClassName("filters");
        words.setPlaceholder(getTranslation("motions.search"));
        words.setAriaLabel(getTranslation("motions.search"));
        words.setPrefixComponent(new Icon("search"));
        words.setClearButtonVisible(true);
        words.setMaxLength(200);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                narrow(filter.titled(change.getValue()));
            }
        });
        var narrowing = new Div(words, whose, state);
        narrowing.addClassName("filter");
        howMany.addClassName("about");
        howMany.getElement().setAttribute("role", "status");
        var line = new Div(howMany, order);
        line.addClassName("list-line");
        add(narrowing, line);
    }

    /// Says how many there are.
    void say(String count) {
        howMany.setText(count);
    }

    /// Shows what is asked for.
    ///
    /// @param places where the reader belongs
    void show(MotionFilter now, List<Named> places) {
        filter = now;
        List<Whose> choices = new ArrayList<>(List.of(EVERYBODYS, MINE));
        places.forEach(place -> choices.add(new Whose(place, false)));
        Whose asked = new Whose(now.owner(), now.mine());
        Whose current = choices.stream().filter(asked::isSameAs).findFirst().orElse(asked);
        if (!choices.contains(current)) {
            choices.add(current);
        }
        words.setValue(now.words());
        whose.show(choices, current);
        state.show(List.of(MotionState.values()), now.state());
        order.show(List.of(Order.values()), now.order());
    }

    private MotionFilter filter() {
        return filter;
    }

    private String nameOf(Whose one) {
        if (one.mine()) {
            return getTranslation("motions.whose.mine");
        }
        Named owner = one.owner();
        if (owner == null) {
            return getTranslation("motions.whose.all");
        }
        return owner.subject().type().equals(BodyId.SUBJECT) && !owner.about().isEmpty()
                ? owner.name() + " · " + owner.about()
                : owner.name();
    }

    private MotionFilter narrowed(Whose one) {
        return one.mine() ? filter.onlyMine() : filter.of(one.owner());
    }

    private void narrow(MotionFilter next) {
        filter = next;
        changed.accept(next);
    }
}
