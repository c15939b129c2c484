package org.rotfaden.association;

import org.rotfaden.security.BrokenRule;

/// A text has characters that turn the direction of writing, or half a character.
public final class UnreadableWords extends BrokenRule {

    UnreadableWords() {
        super(Kind.INVALID, "UNREADABLE_WORDS");
    }
}
