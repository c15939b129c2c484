package org.rotfaden.discussions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A post that somebody is about to make.
///
/// @param answers the post that it answers
/// @param once by what its author tells it from her others: whoever sends it again has it once
public record NewPost(String words, @Nullable PostId answers, UUID once) {}
