package org.rotfaden.ui.units;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleEvent;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// Which rules hold in a unit, where they stand and who has set them.
final class RulesSection extends Section {

    private final transient UnitsAtWork work;
    private final transient Unit unit;
    private final transient MemberId reader;
    private final boolean administers;

    RulesSection(UnitsAtWork work, Live live, Unit unit, MemberId reader, boolean administers) {
        this.work = work;
        this.unit = unit;
        this.reader = reader;
        this.administers = administers;
        live.page(this, reader, this::show).hears(RuleEvent.class);
    }

    private void show() {
        removeAll();
        var rules = new DescriptionList();
        rules.addClassName("rules");
        for (Rule rule : Rule.values()) {
            rules.add(
                    new DescriptionList.Term(getTranslation("rule." + rule)),
                    new DescriptionList.Description(inForce(rule)));
        }
        add(new H2(getTranslation("rules.title")), rules);
        List<RuleVersion> own = work.rules().setBy(unit.id());
        if (!own.isEmpty()) {
            add(history(own));
        }
        if (administers) {
            var set =
                    new Act(
                            getTranslation("rule.set"),
                            () -> new SetRuleDialog(work, reader, unit).open());
            set.addThemeVariants(ButtonVariant.TERTIARY);
            add(set);
        }
    }

    private Div inForce(Rule rule) {
        return work.rules()
                .inForce(unit.id(), rule)
                .map(version -> new Div(new Span(value(version)), source(version)))
                .orElseGet(() -> new Div(new Span(getTranslation("rule.none." + rule))));
    }

    private Component source(RuleVersion version) {
        var source = new Div(new Span(version.paragraph()));
        source.addClassName("about");
        if (!version.unit().equals(unit.id())) {
            Unit setBy = work.units().get(version.unit());
            source.add(
                    new Span(" · " + getTranslation("rule.from-unit") + " "),
                    PageLink.named(Paths.unit(setBy.slug()), setBy.name()));
        }
        return source;
    }

    private String value(RuleVersion version) {
        return version.rule().kind() == Rule.Kind.NUMBER
                ? getTranslation("rule.value." + version.rule(), version.number())
                : getTranslation("rule.value." + version.value());
    }

    private NativeDetails history(List<RuleVersion> own) {
        var versions = new UnorderedList();
        own.forEach(version ->
                versions.add(
                        new ListItem(
                                getTranslation(
                                        "rule.version",
                                        Day.inWords(version.from(), getLocale()),
                                        getTranslation("rule." + version.rule()),
                                        value(version),
                                        version.paragraph()))));
        return new NativeDetails(getTranslation("rules.history"), versions);
    }
}
