/// The structure of pictures: how large they are, and which of their bytes show them.
@NullMarked
package org.rotfaden.attachments.pictures;

import org.jspecify.annotations.NullMarked;
