package org.rotfaden.ui.rights;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.Member;
import org.rotfaden.security.Grant;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Scope;
import org.rotfaden.ui.elements.Day;
import org.springframework.stereotype.Component;

/// Collects who may do what with a thing, person by person.
@Component
record PeopleWithRights(RightsAtWork work) {

    /// A person with all her reasons.
    record Entitled(Member person, List<Line> lines) {}

    /// All in the order of their names.
    List<Entitled> of(Thing thing, MemberId reader, Locale language) {
        Map<MemberId, List<Line>> lines = new LinkedHashMap<>();
        work.permissions()
                .scopeOf(thing.subject())
                .ifPresent(scope -> {
                    work.permissions().holdersAt(thing.subject()).stream()
                            .filter(holder -> !isGivenHere(holder.grant(), thing))
                            .forEach(holder ->
                                    line(holder, thing, scope, reader, language)
                                            .ifPresent(line -> add(lines, holder.member(), line)));
                    work.grants()
                            .at(thing.subject())
                            .forEach(given ->
                                    add(
                                            lines,
                                            given.member(),
                                            line(given, thing, scope, language)));
                });
        Map<MemberId, Member> people = work.people(lines.keySet());
        var byName = Collator.getInstance(language);
        return lines.entrySet().stream()
                .flatMap(entry ->
                        Optional.ofNullable(people.get(entry.getKey()))
                                .map(person -> new Entitled(person, entry.getValue()))
                                .stream())
                .sorted(Comparator.comparing(entitled -> entitled.person().name(), byName))
                .toList();
    }

    private static void add(Map<MemberId, List<Line>> lines, MemberId member, Line line) {
        List<Line> all = lines.computeIfAbsent(member, _ -> new ArrayList<>());
        Optional<Line> known = all.stream().filter(line::hasReasonOf).findFirst();
        known.ifPresentOrElse(
                before -> all.set(all.indexOf(before), before.with(line)), () -> all.add(line));
    }

    private Optional<Line> line(
            Holder holder, Thing thing, Scope scope, MemberId reader, Locale language) {
        List<Permission> allowed = allowed(holder.member(), holder.grant(), thing, scope);
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Line(
                        allowed,
                        work.sentences().ofOther(holder.grant().reason(), language),
                        work.origins().ofOther(holder.grant(), thing, reader, language),
                        Optional.empty()));
    }

    /// Also what begins later.
    private Line line(ExplicitGrant given, Thing thing, Scope scope, Locale language) {
        var reason =
                given.term()
                        .end()
                        .map(last -> new Reason("GRANTED_" + given.role() + "_UNTIL", last))
                        .orElseGet(() -> new Reason("GRANTED_" + given.role()));
        String words = work.sentences().ofOther(reason, language);
        if (given.term().includes(work.today().date())) {
            var grant = new Grant(given.role(), given.where(), reason);
            return new Line(
                    allowed(given.member(), grant, thing, scope),
                    words,
                    Optional.empty(),
                    Optional.of(given));
        }
        String from = Day.inWords(given.term().from(), language);
        return new Line(
                List.of(),
                work.origins().notBefore(from, words, language),
                Optional.empty(),
                Optional.of(given));
    }

    /// What a role allows, unless the rights of whoever has it rest.
    private List<Permission> allowed(MemberId member, Grant grant, Thing thing, Scope scope) {
        return thing.type().questions().stream()
                .filter(question -> grant.covers(question, scope))
                .filter(question -> work.permissions().allows(member, question, thing.subject()))
                .toList();
    }

    private static boolean isGivenHere(Grant grant, Thing thing) {
        return grant.where().equals(thing.subject())
                && thing.type().givenByHand().contains(grant.role());
    }
}
