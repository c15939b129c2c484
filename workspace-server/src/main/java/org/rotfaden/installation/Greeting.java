package org.rotfaden.installation;

import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the operator on the console where to go on.
@Component
class Greeting {

    private final Members members;
    private final SetupToken setupToken;
    private final boolean demo;
    private final String address;

    Greeting(
            Members members,
            SetupToken setupToken,
            @Value("${rotfaden.demo}") boolean demo,
            @Value("${rotfaden.address}") String address) {
        this.members = members;
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
    }
}
