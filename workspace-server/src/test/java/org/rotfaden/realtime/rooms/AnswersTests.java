package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.crdt.SharedDocument;

class AnswersTests {

    private static final byte[] NOTHING = {0};

    private final SharedDocument document = SharedDocument.empty();
    private final Answers answers = new Answers();

    @AfterEach
    void close() {
        document.close();
    }

    @Test
    void a_crowd_that_has_nothing_costs_one_encoding_until_something_changes() {
        document.apply(Peer.content("eins "));
        Answers.Answer first = answers.to(NOTHING, document);
        assertThat(answers.to(NOTHING, document)).isSameAs(first);
        document.apply(Peer.content("zwei "));
        answers.clear();
        assertThat(answers.to(NOTHING, document).missing()).isNotEqualTo(first.missing());
    }

    /// Else whoever may only read could make the server keep the whole document for each state.
    @Test
    void what_a_client_says_it_has_makes_nobody_keep_anything() {
        document.apply(Peer.content("eins "));
        byte[] known = document.stateVector();
        document.apply(Peer.content("zwei "));
        Answers.Answer first = answers.to(known, document);
        assertThat(answers.to(known, document)).isNotSameAs(first);
        assertThat(answers.to(NOTHING, document).missing()).isNotEqualTo(first.missing());
    }
}
