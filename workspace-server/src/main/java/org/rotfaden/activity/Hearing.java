package org.rotfaden.activity;

/// Hears what happened as soon as it is committed. It may be missed: whoever must not miss anything
/// follows by [Follows]. The thread is that of whoever did it, so that it has to be quick.
public interface Hearing {

    void heard(News news);

    /// Anything may have happened, and any right may have changed, of which this node was not told.
    void missed();
}
