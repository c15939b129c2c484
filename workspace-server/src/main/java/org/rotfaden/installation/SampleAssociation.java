package org.rotfaden.installation;

import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.motions.SampleMotions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Fills an empty workspace with the sample association. Everybody knows its passwords, so the
/// database carries a mark: where it is, the workspace starts as a demonstration only, and where
/// members are without it, never as one.
@Component
class SampleAssociation implements SmartInitializingSingleton, ApplicationRunner {

    private final Members members;
    private final SampleMembers sampleMembers;
    private final SampleMotions sampleMotions;
    private final Database database;
    private final boolean demo;

    SampleAssociation(
            Members members,
            SampleMembers sampleMembers,
            SampleMotions sampleMotions,
            Database database,
            @Value("${rotfaden.demo}") boolean demo) {
        this.members = members;
        this.sampleMembers = sampleMembers;
        this.sampleMotions = sampleMotions;
        this.database = database;
        this.demo = demo;
    }

    /// Before anybody can open a page.
    @Override
    public void afterSingletonsInstantiated() {
        if (members.isEmpty()) {
            return;
        }
        if (database.holdsSample() && !demo) {
            throw new CannotStart(Hindrance.DEMO_DATA, database.place());
        }
        if (!database.holdsSample() && demo) {
            throw new CannotStart(Hindrance.REAL_DATA, database.place());
        }
    }

    /// Loads it whole or not at all.
    @Override
    public void run(ApplicationArguments arguments) {
        if (demo && members.isEmpty()) {
            database.fillWithSample(this::load);
        }
    }

    private void load() {
        sampleMotions.draft(sampleMembers.register().stream().map(Member::id).toList());
    }
}
