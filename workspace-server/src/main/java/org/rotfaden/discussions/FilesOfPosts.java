package org.rotfaden.discussions;

import org.rotfaden.attachments.AttachmentHolders;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// The files of a post are for those who read it, and for nobody while it is deleted.
@Component
class FilesOfPosts implements AttachmentHolders {

    private final PostRows posts;
    private final Circle circle;

    FilesOfPosts(PostRows posts, Circle circle) {
        this.posts = posts;
        this.circle = circle;
    }

    @Override
    public String type() {
        return PostId.SUBJECT;
    }

    @Override
    public boolean isReadable(MemberId reader, Subject holder) {
        return posts.find(new PostId(holder.id()))
                .filter(post -> !post.isDeleted())
                .flatMap(post -> circle.find(reader, post.thread()))
                .isPresent();
    }
}
