package org.rotfaden.installation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.rules.Rule;

/// The sample association as it stands in its file. Everything is named by its name.
record SampleDescription(
        String name,
        List<Tree> trees,
        Merger merged,
        List<List<String>> links,
        Union union,
        List<RuleOfUnit> rules,
        List<Person> people,
        Map<String, List<String>> following,
        Move move,
        Map<BodyKind, BodyPattern> kindsOfBodies,
        List<BodyOfUnit> bodies,
        List<Group> groups,
        List<Motion> motions,
        List<TalkedAbout> threads) {

    record Tree(String name, List<Level> levels, List<UnitBelow> units) {}

    record Level(String name, String plural) {}

    record UnitBelow(String name, @Nullable String kind, @Nullable List<UnitBelow> below) {}

    record Merger(List<String> units, String into) {}

    record Union(String name, String purpose, List<String> units) {}

    record RuleOfUnit(
            String unit, Rule rule, String value, String paragraph, boolean overridable) {}

    /// @param age in years, where the association has to know it
    record Person(
            String name,
            @Nullable String mailbox,
            @Nullable Integer age,
            @Nullable String home,
            @Nullable MembershipKind kind,
            @Nullable String youthHome,
            @Nullable MembershipKind youthKind) {}

    record Move(String member, String to) {}

    record BodyPattern(String composition, String electedBy, List<Seat> seats) {}

    record BodyOfUnit(String unit, BodyKind kind, String name, List<ElectionAgo> elections) {}

    record ElectionAgo(int monthsAgo, List<ElectedPerson> members) {}

    record ElectedPerson(String title, String member) {}

    record Group(
            String name,
            String purpose,
            GroupKind kind,
            Admission admission,
            List<String> units,
            List<String> hosts,
            List<String> members,
            @Nullable List<String> asked,
            @Nullable List<String> invited,
            boolean archived) {}

    /// @param type of whom it is
    record Motion(String file, String author, int daysAgo, String type, @Nullable String owner) {}

    /// A thread of a place, or beside a motion, or at words of one.
    ///
    /// @param at the words
    record TalkedAbout(
            @Nullable String type,
            @Nullable String place,
            @Nullable String title,
            @Nullable String motion,
            @Nullable String at,
            boolean resolved,
            List<Said> posts) {}

    /// @param answers which of the posts before it
    record Said(
            String by,
            int hoursAgo,
            String words,
            @Nullable Integer answers,
            @Nullable PostMark mark,
            @Nullable Map<ReactionKind, List<String>> reactions) {}
}
