package org.rotfaden.activity;

import java.time.Instant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Somebody has read what happened to a subject.
public interface ReadUpTo extends Activity {

    @Override
    MemberId by();

    /// What she has read.
    Subject read();

    /// Up to which [Activity#moment] of it.
    Instant to();
}
