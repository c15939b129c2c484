package org.rotfaden.ui.motions;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.motions.MotionQuery.Order;
import org.rotfaden.motions.MotionState;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Icon;

/// What narrows the list of motions: words, whose they are, how far they have come; and the order.
final class MotionFilterFields extends Div {

    /// Whose motions are shown.
    ///
    /// @param owner nothing for those of everybody, or those that the reader has begun
    private record Whose(@Nullable Named owner, boolean mine) {}

    private static final Whose EVERYBODYS = new Whose(null, false);
    private static final Whose MINE = new Whose(null, true);

    private final TextField words = new TextField();
    private final Select<Whose> whose = new Select<>();
    private final Select<MotionState> state = new Select<>();
    private final Select<Order> order = new Select<>();
    private final Div howMany = new Div();
    private final transient Consumer<MotionFilter> changed;
    private transient MotionFilter filter = MotionFilter.NONE;
    private transient List<Whose> offered = List.of();

    MotionFilterFields(Consumer<MotionFilter> changed) {
        this.changed = changed;
        addClassName("filters");
        words.setPlaceholder(getTranslation("motions.search"));
        words.setAriaLabel(getTranslation("motions.search"));
        words.setPrefixComponent(new Icon("search"));
        words.setClearButtonVisible(true);
        words.setMaxLength(200);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addClassName("search-field");
        whose.setAriaLabel(getTranslation("motions.whose"));
        whose.setItemLabelGenerator(this::nameOf);
        state.setAriaLabel(getTranslation("motions.state"));
        state.setItems(MotionState.values());
        state.setItemLabelGenerator(one -> getTranslation(MotionFilter.words(one)));
        order.setAriaLabel(getTranslation("motions.order"));
        order.setItems(MotionFilter.orders().toList());
        order.setItemLabelGenerator(one -> getTranslation(MotionFilter.words(one)));
        narrowBy(words, MotionFilter::titled);
        narrowBy(whose, MotionFilterFields::of);
        narrowBy(state, MotionFilter::in);
        narrowBy(order, MotionFilter::by);
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
        var current = new Whose(now.owner(), now.mine());
        if (!choices.contains(current)) {
            choices.add(current);
        }
        words.setValue(now.words());
        if (!choices.equals(offered)) {
            offered = choices;
            whose.setItems(choices);
        }
        whose.setValue(current);
        state.setValue(now.state());
        order.setValue(now.order());
    }

    private String nameOf(Whose one) {
        if (one.mine()) {
            return getTranslation("motions.whose.mine");
        }
        Named owner = one.owner();
        return owner == null ? getTranslation("motions.whose.all") : owner.name();
    }

    private static MotionFilter of(MotionFilter filter, Whose one) {
        return one.mine() ? filter.onlyMine() : filter.of(one.owner());
    }

    /// What is set because the address says so changes nothing.
    private <T> void narrowBy(
            HasValue<?, T> field, BiFunction<MotionFilter, T, MotionFilter> narrowed) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                filter = narrowed.apply(filter, change.getValue());
                changed.accept(filter);
            }
        });
    }
}
