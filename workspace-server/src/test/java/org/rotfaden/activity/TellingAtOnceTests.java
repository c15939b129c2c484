package org.rotfaden.activity;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;

/// The audit trail and the versions of topics are each written by one after the other.
@WorkspaceTest
class TellingAtOnceTests {

    private static final int TIMES = 25;

    @Autowired private Association association;
    @Autowired private Members members;

    /// One tells first and writes the trail then, the other the other way round.
    @Test
    void those_who_tell_and_record_in_different_orders_never_wait_for_each_other() {
        MemberId anna = association.anna().id();
        MemberId bekir = association.newcomer(Right.WRITE).id();
        Callable<Object> admitting =
                Executors.callable(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        members.admit(anna, newcomer(), Subject.ASSOCIATION);
                    }
                });
        Callable<Object> changing =
                Executors.callable(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        members.changeRight(anna, bekir, Right.READ);
                        members.changeRight(anna, bekir, Right.WRITE);
                    }
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(admitting, changing))) {
                assertThatCode(done::get).doesNotThrowAnyException();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static NewMember newcomer() {
        var email = new Email("neu-" + UUID.randomUUID() + "@example.org");
        return new NewMember(new Name("Neu"), email, Right.READ, null);
    }
}
