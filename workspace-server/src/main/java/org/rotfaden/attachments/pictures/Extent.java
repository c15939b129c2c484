package org.rotfaden.attachments.pictures;

/// How large a picture is.
record Extent(int width, int height, long pixels) {

    /// @throws Unreadable when nothing can be in it
    static Extent of(long width, long height) throws Unreadable {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new Unreadable("It has no size");
        }
        return new Extent((int) width, (int) height, width * height);
    }

    /// The same where one of the pictures in it is larger.
    Extent with(Extent inside) {
        return new Extent(width, height, Math.max(pixels, inside.pixels));
    }
}
