package org.rotfaden.ui.rights;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionId;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// What all of a kind may do with a thing, in sentences: nobody wants to read it person by person.
@Component
class Everybody {

    private final Permissions permissions;
    private final Memberships memberships;
    private final Units units;
    private final Rules rules;
    private final MotionCatalogue motions;
    private final I18NProvider words;

    Everybody(
            Permissions permissions,
            Memberships memberships,
            Units units,
            Rules rules,
            MotionCatalogue motions,
            I18NProvider words) {
        this.permissions = permissions;
        this.memberships = memberships;
        this.units = units;
        this.rules = rules;
        this.motions = motions;
        this.words = words;
    }

    List<String> may(Thing thing, MemberId reader, Locale language) {
        return switch (thing.subject().type()) {
            case "association" -> List.of(say("rights.all.association", language));
            case UnitId.SUBJECT -> inUnit(new UnitId(thing.subject().id()), language);
            case BodyId.SUBJECT -> List.of(say("rights.all.body", language));
            case WorkingGroupId.SUBJECT -> List.of(say("rights.all.group", language));
            case MotionId.SUBJECT -> withMotion(thing.subject(), reader, language);
            default -> List.of();
        };
    }

    private List<String> inUnit(UnitId unit, Locale language) {
        List<String> sentences = new ArrayList<>();
        sentences.add(say("rights.all.open", language));
        boolean seeEachOther = rules.isYes(unit, Rule.MEMBERS_SEE_EACH_OTHER);
        if (seeEachOther && memberships.count(unit) > 0) {
            sentences.add(
                    say(
                            "rights.all.see",
                            language,
                            memberships.count(unit),
                            units.get(unit).name()));
        }
        rules.inForce(unit, Rule.MEMBERS_WRITE_MOTIONS)
                .filter(RuleVersion::isYes)
                .ifPresent(rule ->
                        sentences.add(
                                say(
                                        "rights.all.write",
                                        language,
                                        memberships.count(unit),
                                        units.get(unit).name(),
                                        rule.paragraph(),
                                        units.get(rule.unit()).name())));
        return sentences;
    }

    private List<String> withMotion(Subject motion, MemberId reader, Locale language) {
        List<String> sentences = new ArrayList<>();
        boolean isOpen =
                permissions.scopeOf(motion).stream()
                        .anyMatch(scope -> scope.owners().contains(Subject.EVERYBODY));
        if (isOpen) {
            sentences.add(say("rights.all.open-motion", language));
        }
        Subject owner = motions.get(reader, new MotionId(motion.id())).owner();
        if (owner.equals(Subject.ASSOCIATION)) {
            sentences.add(say("rights.all.write-association", language));
        } else if (owner.type().equals(UnitId.SUBJECT)) {
            inUnit(new UnitId(owner.id()), language).stream().skip(1).forEach(sentences::add);
        }
        return sentences;
    }

    private String say(String key, Locale language, Object... details) {
        return words.getTranslation(key, language, details);
    }
}
