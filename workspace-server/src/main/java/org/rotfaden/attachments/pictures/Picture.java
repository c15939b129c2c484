package org.rotfaden.attachments.pictures;

import java.util.List;

/// A picture in a file.
///
/// @param width in pixels, before it is turned as it says
/// @param height in pixels, before it is turned as it says
/// @param pixels of the largest picture in it; what is seen may be a smaller part
/// @param parts what shows it and nothing else, in order
public record Picture(int width, int height, long pixels, List<Part> parts) {

    public Picture {
        parts = List.copyOf(parts);
    }

    static Picture of(Extent extent, Parts parts) {
        return new Picture(extent.width(), extent.height(), extent.pixels(), parts.all());
    }
}
