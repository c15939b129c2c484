package org.rotfaden.installation;

import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the operator on the console where to go on.
@Component
class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final Members members;
    private final Database database;
    private final SetupToken setupToken;
    private final boolean demo;
    private final String address;

    Greeting(
            Members members,
            Database database,
            SetupToken setupToken,
            @Value("${rotfaden.demo}") boolean demo,
            @Value("${rotfaden.address}") String address) {
        this.members = members;
        this.database = database;
        this.setupToken = setupToken;
        this.demo = demo;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        Console.say("ready.ADDRESS", address);
        if (demo) {
            Console.say(
                    "ready.SAMPLE",
                    String.join(", ", SampleMembers.ADDRESSES),
                    SampleMembers.PASSWORD);
        } else if (members.isEmpty()) {
            Console.say("ready.SETUP", address + "/einrichten?schluessel=" + setupToken.value());
        }
        if (!database.keepsAuditTrail()) {
            Console.complain(Console.sentence("warning.TRAIL_NOT_KEPT"));
            log.warn("The workspace works as a role that can change the audit trail");
        }
    }
}
