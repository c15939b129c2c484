package org.rotfaden.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.Addressed.Relation;
import org.rotfaden.activity.Follows;
import org.rotfaden.activity.ReadUpTo;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.notifications.NoticeRows.Occurrence;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears what happens and writes a notice for each member whom it concerns, who may know of it and
/// wants to hear of it. Whoever did it is told nothing.
@Component
class WhatConcerns {

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final Notices notices;
    private final WhoIsMeant whoIsMeant;
    private final SubjectTypes types;
    private final Permissions permissions;
    private final Activities activities;
    private final Clock clock;

    WhatConcerns(
            NoticeRows rows,
            ChoiceRows choices,
            Notices notices,
            WhoIsMeant whoIsMeant,
            SubjectTypes types,
            Permissions permissions,
            Activities activities,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.notices = notices;
        this.whoIsMeant = whoIsMeant;
        this.types = types;
        this.permissions = permissions;
        this.activities = activities;
        this.clock = clock;
    }

    /// Whoever does what followers are told of follows it as well, before anybody can go on with
    /// it.
    @EventListener
    void goWith(Activity what) {
        MemberId by = what.by();
        Subject subject = what.subject();
        boolean isFollowed =
                what.addressed().stream()
                        .anyMatch(one ->
                                one.relation() == Relation.FOLLOW && one.whom().equals(subject));
        if (by != null && isFollowed) {
            choices.follow(by, subject);
        }
    }

    /// Heard twice it changes nothing.
    @Follows(condition = "#root.args[0].concernsSomebody()")
    public void on(Told told) {
        Activity what = told.what();
        if (what instanceof ReadUpTo read) {
            notices.readUpTo(read.by(), read.read(), read.to());
        }
        if (!what.addressed().isEmpty()) {
            Set<MemberId> news = tell(told);
            if (!news.isEmpty()) {
                activities.tell(new NoticeEvent.Came(news));
            }
            readWhatIsDone(what, told.at());
        }
    }

    /// Whoever does herself what concerns her, as joining where she is invited, knows what came
    /// before.
    private void readWhatIsDone(Activity what, Instant at) {
        MemberId by = what.by();
        boolean isOwn =
                by != null
                        && what.addressed().stream()
                                .anyMatch(one ->
                                        one.relation() == Relation.ARE
                                                && one.whom().equals(by.subject()));
        if (by != null && isOwn) {
            notices.readUpTo(by, what.subject(), what.moment().orElse(at));
        }
    }

    private Set<MemberId> tell(Told told) {
        Activity what = told.what();
        Subject subject = what.subject();
        MemberId by = what.by();
        var occurrence =
                new Occurrence(
                        subject,
                        told.version(Topic.about(subject)),
                        by,
                        what.moment().orElse(told.at()));
        Set<MemberId> known = new HashSet<>();
        if (by != null) {
            known.add(by);
        }
        Map<Addressed, List<MemberId>> hearing = new LinkedHashMap<>();
        int left = WhoIsMeant.MOST;
        for (Addressed addressed : new LinkedHashSet<>(what.addressed())) {
            List<MemberId> meant = whoIsMeant.by(addressed).filter(known::add).limit(left).toList();
            left -= meant.size();
            hearing.put(addressed, whoHears(subject, addressed, meant));
        }
        rows.hold(subject);
        Set<MemberId> news = new HashSet<>();
        hearing.forEach((addressed, members) ->
                news.addAll(
                        rows.insert(
                                occurrence,
                                addressed.why(),
                                addressed.relation() == Relation.ARE,
                                members)));
        return news;
    }

    private List<MemberId> whoHears(Subject subject, Addressed addressed, List<MemberId> meant) {
        Set<MemberId> muting =
                choices.muting(meant, placesOf(subject), addressed.why(), clock.instant());
        return meant.stream()
                .filter(member -> !muting.contains(member))
                .filter(member -> types.isSeenBy(member, subject))
                .toList();
    }

    /// Itself and all to which it belongs.
    private Set<Subject> placesOf(Subject subject) {
        Set<Subject> places =
                permissions.scopeOf(subject).map(Scope::owners).stream()
                        .flatMap(Set::stream)
                        .filter(owner -> !owner.equals(Subject.EVERYBODY))
                        .collect(Collectors.toSet());
        places.add(subject);
        return places;
    }
}
