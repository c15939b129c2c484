package org.rotfaden.ui.discussions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.ui.discussions.ShownPost.Block;
import org.rotfaden.ui.discussions.ShownPost.Mention;
import org.rotfaden.ui.discussions.ShownPost.Moment;

/// What the browser is told of a thread.
final class ShownThread {

    private ShownThread() {}

    /// What the reader may do in it.
    ///
    /// @param why she may not post
    /// @param closed by whom it is closed, and when
    record Standing(
            boolean mayPost, boolean mayLead, @Nullable String why, @Nullable String closed) {}

    /// Posts that stand one after the other.
    record Stretch(List<ShownPost> posts, boolean earlier, boolean later) {

        static final Stretch NOTHING = new Stretch(List.of(), false, false);
    }

    /// A thread as it is shown first.
    ///
    /// @param thread nothing before its first post
    /// @param sought the post to which the address leads
    record Opening(
            @Nullable String thread,
            List<ShownPost> posts,
            boolean earlier,
            boolean later,
            Standing standing,
            List<ShownPost> marked,
            @Nullable String sought) {}

    /// Whom or what one can mention.
    ///
    /// @param reads whether whoever is mentioned can read it
    record Choice(String type, String id, String name, String about, boolean reads) {}

    /// Words as their author edits them.
    record Editable(String words, long version, List<Mention> mentions) {}

    /// What stood in a post before.
    record Before(Moment at, List<Block> blocks) {}

    /// Who reacted in one way.
    record Reacted(ReactionKind kind, List<String> names, int more) {}

    /// What became of something that was asked for.
    ///
    /// @param refused why it was not done
    /// @param later whether it may be done later
    record Answer(
            @Nullable String refused,
            boolean later,
            @Nullable String post,
            long version,
            @Nullable String path) {

        static final Answer DONE = new Answer(null, false, null, 0, null);

        static Answer refused(String why) {
            return new Answer(why, false, null, 0, null);
        }

        static Answer tryLater(String why) {
            return new Answer(why, true, null, 0, null);
        }

        static Answer posted(String post) {
            return new Answer(null, false, post, 0, null);
        }

        static Answer edited(long version) {
            return new Answer(null, false, null, version, null);
        }

        static Answer begun(String path) {
            return new Answer(null, false, null, 0, path);
        }
    }
}
