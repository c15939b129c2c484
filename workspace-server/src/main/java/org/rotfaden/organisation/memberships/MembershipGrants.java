package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What comes from being a member. Whoever has no membership in any unit, because the association
/// keeps none, takes part in the association as a whole; whose memberships are all over has left.
@Component
@Order(80)
class MembershipGrants implements GrantSource {

    private record Home(
            UnitId unit, MembershipKind kind, LocalDate from, @Nullable LocalDate lastDay) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Rules rules;
    private final Today today;

    MembershipGrants(JdbcClient jdbc, Structures structures, Rules rules, Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.rules = rules;
        this.today = today;
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        List<Home> all = homesOf(member);
        List<Home> homes = all.stream().filter(home -> home.includes(today.date())).toList();
        List<Grant> grants = new ArrayList<>();
        homes.forEach(home -> grants.addAll(grantsAt(home)));
        if (all.isEmpty() || !homes.isEmpty()) {
            grants.add(new Grant(Role.READER, Subject.EVERYBODY, new Reason("MEMBER")));
        }
        if (all.isEmpty() || homes.stream().anyMatch(home -> home.kind().takesPart())) {
            grants.add(new Grant(Role.MEMBER, Subject.ASSOCIATION, new Reason("MEMBER")));
        }
        return grants;
    }

    /// All members of a unit have these roles; they are not listed.
    @Override
    public List<Holder> holdersAt(Set<Subject> subjects) {
        return List.of();
    }

    private List<Grant> grantsAt(Home home) {
        Subject unit = home.unit().subject();
        String name = structures.current().get(home.unit()).name();
        List<Grant> grants = new ArrayList<>();
        if (!home.kind().takesPart()) {
            grants.add(new Grant(Role.GUEST, unit, reason("GUEST_OF", home, name)));
            byRule(home, Rule.GUESTS_TAKE_PART, Role.PARTICIPANT, "RULE_GUESTS_TAKE_PART", name)
                    .ifPresent(grants::add);
            return grants;
        }
        boolean seeEachOther = rules.isYes(home.unit(), Rule.MEMBERS_SEE_EACH_OTHER);
        grants.add(
                new Grant(
                        seeEachOther ? Role.HOME_MEMBER : Role.PARTICIPANT,
                        unit,
                        reason("AT_HOME_IN", home, name)));
        byRule(home, Rule.MEMBERS_WRITE_MOTIONS, Role.WRITING_MEMBER, "RULE_MEMBERS_WRITE", name)
                .ifPresent(grants::add);
        return grants;
    }

    /// A role that a rule gives to all of a kind, with where the rule stands.
    private Optional<Grant> byRule(Home home, Rule rule, Role role, String code, String unit) {
        return rules.inForce(home.unit(), rule)
                .filter(RuleVersion::isYes)
                .map(version ->
                        new Grant(
                                role,
                                home.unit().subject(),
                                new Reason(
                                        code,
                                        unit,
                                        version.paragraph(),
                                        structures.current().get(version.unit()).name())));
    }

    private static Reason reason(String code, Home home, String unit) {
        return home.lastDay() == null
                ? new Reason(code, unit)
                : new Reason(code + "_UNTIL", unit, home.lastDay());
    }

    private List<Home> homesOf(MemberId member) {
        return jdbc.sql(
                        "select unit_id, kind, from_day, last_day from membership where member_id ="
                                + " ? and "
                                + EndedMemberships.IS_ONE
                                + " order by from_day, unit_id")
                .param(member.value())
                .query((row, _) ->
                        new Home(
                                Columns.id(row, "unit_id", UnitId::new),
                                MembershipKind.valueOf(row.getString("kind")),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)))
                .list();
    }
}
