package org.rotfaden.ui.units;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.rotfaden.organisation.memberships.RuleEffect;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.CountField;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;

/// Sets a rule of a unit, for it and all below it, and says before how many members it is about.
final class SetRuleDialog extends FormDialog {

    private static final int MOST = 999;

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final Select<Rule> rule = new Select<>();
    private final RadioButtonGroup<String> yesOrNo = new RadioButtonGroup<>();
    private final CountField number = new CountField("", 1, MOST);
    private final TextField paragraph = new TextField(getTranslation("rule.paragraph"));
    private final DayPicker from;
    private final Checkbox overridable = new Checkbox(getTranslation("rule.overridable"), true);

    SetRuleDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("rule.set.title", "continue", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
        from = new DayPicker(getTranslation("rule.from"), work.calendar().date());
        from.setMin(work.calendar().date());
        rule.setLabel(getTranslation("rule.which"));
        rule.setItems(Rule.values());
        rule.setItemLabelGenerator(known -> getTranslation("rule." + known));
        yesOrNo.setItems("yes", "no");
        yesOrNo.setItemLabelGenerator(value -> getTranslation("rule.value." + value));
        paragraph.setHelperText(getTranslation("rule.paragraph.help"));
        rule.addValueChangeListener(change -> show(change.getValue()));
        rule.setValue(Rule.MEMBERS_WRITE_MOTIONS);
        refusals.about(paragraph, "INVALID_RULE").about(from, "NOT_RETROACTIVE", "INVALID_TERM");
        addFields(rule, yesOrNo, number, paragraph, from, overridable);
    }

    private void show(Rule chosen) {
        boolean isNumber = chosen.kind() == Rule.Kind.NUMBER;
        number.setVisible(isNumber);
        number.setLabel(getTranslation("rule.number." + chosen));
        yesOrNo.setVisible(!isNumber);
        yesOrNo.setLabel(getTranslation("rule." + chosen));
        work.rules()
                .inForce(unit.id(), chosen)
                .ifPresentOrElse(
                        known -> {
                            paragraph.setValue(known.paragraph());
                            if (isNumber) {
                                number.setValue(known.number());
                            } else {
                                yesOrNo.setValue(known.value());
                            }
                        },
                        () -> {
                            paragraph.clear();
                            number.clear();
                            yesOrNo.clear();
                        });
    }

    @Override
    protected void act() {
        if (from.chosen().isEmpty()) {
            return;
        }
        var planned =
                new NewRule(
                        unit.id(),
                        rule.getValue(),
                        from.getValue(),
                        value(),
                        paragraph.getValue(),
                        overridable.getValue());
        ask(
                getTranslation(
                        "rule.set.question",
                        getTranslation("rule." + planned.rule()),
                        words(planned),
                        Day.inWords(planned.from(), getLocale())),
                words(planned.rule(), work.ruleEffects().of(planned)),
                "rule.set",
                () -> work.rules().set(by, planned));
    }

    private String value() {
        return rule.getValue().kind() == Rule.Kind.NUMBER
                ? String.valueOf(number.getValue())
                : String.valueOf(yesOrNo.getValue());
    }

    private String words(NewRule planned) {
        return planned.rule().kind() == Rule.Kind.NUMBER
                ? getTranslation("rule.value." + planned.rule(), Integer.valueOf(planned.value()))
                : getTranslation("rule.value." + planned.value());
    }

    private String words(Rule rule, RuleEffect effect) {
        return switch (effect) {
            case RuleEffect.Rights(var gained, var lost) ->
                    getTranslation("rule.effect." + rule, gained, lost);
            case RuleEffect.Ends(var atOnce, var sooner, var later) ->
                    getTranslation("rule.effect." + rule, atOnce, sooner, later);
            case RuleEffect.None() -> getTranslation("rule.effect." + rule);
        };
    }
}
