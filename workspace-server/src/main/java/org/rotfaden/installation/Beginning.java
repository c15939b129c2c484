package org.rotfaden.installation;

import java.util.stream.Collectors;
import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.motions.SampleMotions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How an empty workspace begins: with the sample association, or with the way to the first
/// administrator. Tells the operator where to go on.
@Component
class Beginning implements ApplicationRunner {

    private final Members members;
    private final SampleMembers sampleMembers;
    private final SampleMotions sampleMotions;
    private final SetupToken setupToken;
    private final TransactionTemplate transaction;
    private final boolean demo;
    private final String address;

    Beginning(
            Members members,
            SampleMembers sampleMembers,
            SampleMotions sampleMotions,
            SetupToken setupToken,
            TransactionTemplate transaction,
            @Value("${rotfaden.demo}") boolean demo,
            @Value("${rotfaden.address}") String address) {
        this.members = members;
        this.sampleMembers = sampleMembers;
        this.sampleMotions = sampleMotions;
        this.setupToken = setupToken;
        this.transaction = transaction;
        this.demo = demo;
        this.address = address;
    }

    /// Loads the sample whole or not at all.
    @Override
    public void run(ApplicationArguments arguments) {
        if (demo && members.isEmpty()) {
            transaction.executeWithoutResult(_ -> sampleMotions.draft(sampleMembers.register()));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellTheOperator() {
        say("ready.ADDRESS", address);
        if (demo) {
            String mailboxes =
                    members.list().stream().map(member -> member.email().value()).collect(Collectors.joining(", "));
            say("ready.SAMPLE", mailboxes, SampleMembers.PASSWORD);
        } else if (members.isEmpty()) {
            say("ready.SETUP", address + "/einrichten?schluessel=" + setupToken.value());
        }
    }

    @SuppressWarnings("SystemOut") // these lines are the product's words on the console, no log
    private static void say(String key, Object... details) {
        System.out.println(CannotStart.sentence(key, details));
    }
}
