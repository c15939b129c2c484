package org.rotfaden.organisation.rules.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rules of a unit.
@RestController
@Tag(name = "Rules")
@RequestMapping("/api/units/{id}/rules")
class RulesController {

    /// @param unitId the unit that set it
    /// @param overridable whether units further down may set it otherwise
    record RuleResource(
            Rule rule,
            String value,
            LocalDate from,
            String paragraph,
            boolean overridable,
            UnitId unitId) {
        static RuleResource of(RuleVersion version) {
            return new RuleResource(
                    version.rule(),
                    version.value(),
                    version.from(),
                    version.paragraph(),
                    version.overridable(),
                    version.unit());
        }
    }

    /// @param value `yes`, `no` or a number from 1 to 999
    record RuleChange(String value, LocalDate from, String paragraph, boolean overridable) {}

    private final Rules rules;
    private final Units units;

    RulesController(Rules rules, Units units) {
        this.rules = rules;
        this.units = units;
    }

    @Operation(summary = "The rules that hold in a unit today, its own and inherited ones")
    @GetMapping
    List<RuleResource> inForce(@PathVariable UnitId id) {
        UnitId unit = units.get(id).id();
        return Stream.of(Rule.values())
                .flatMap(rule -> rules.inForce(unit, rule).stream())
                .map(RuleResource::of)
                .toList();
    }

    @Operation(summary = "All versions of rules that a unit itself has set, the newest first")
    @GetMapping("/history")
    List<RuleResource> history(@PathVariable UnitId id) {
        return rules.setBy(units.get(id).id()).stream().map(RuleResource::of).toList();
    }

    @AskedFirst(value = Permission.ADMINISTER, of = UnitId.SUBJECT)
    @Operation(summary = "Sets a rule from a day on, for those who administer the unit")
    @PutMapping("/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(
            @Me MemberId me,
            @PathVariable UnitId id,
            @PathVariable Rule rule,
            @RequestBody RuleChange change) {
        rules.set(
                me,
                new NewRule(
                        id,
                        rule,
                        change.from(),
                        change.value(),
                        change.paragraph(),
                        change.overridable()));
    }
}
