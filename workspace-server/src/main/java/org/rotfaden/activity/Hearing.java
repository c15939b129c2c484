package org.rotfaden.activity;

/// Hears what happened as soon as it is committed. It may be missed: whoever must not miss anything
/// follows by [Follows]. The thread is that of whoever did it, so that it has to be quick.
public interface Hearing {

    void heard(News news);
}
