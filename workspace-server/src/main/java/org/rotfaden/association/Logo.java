package org.rotfaden.association;

import java.util.Arrays;
import java.util.Set;

/// A picture of the association, painted here: whatever else was in the file that somebody chose is
/// not in it. No SVG, which could carry programs.
public final class Logo {

    /// Of a file that somebody chooses, in bytes.
    public static final int LARGEST = 200_000;

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

    private final String mediaType;
    private final byte[] bytes;

    private Logo(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    /// Paints anew what a file shows.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_LOGO unless it is a PNG or JPEG picture of
    ///   at most 200 kB and 4 megapixels
    public static Logo of(String mediaType, byte[] file) {
        if (!TYPES.contains(mediaType) || file.length > LARGEST) {
            throw AssociationObjection.INVALID_LOGO.raised();
        }
        return new Logo(mediaType, LogoPainting.of(mediaType, file));
    }

    /// As it stands in the database, maybe since logos were kept as they came.
    static Logo kept(String mediaType, byte[] bytes) {
        return new Logo(mediaType, bytes);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo
                && mediaType.equals(logo.mediaType)
                && Arrays.equals(bytes, logo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mediaType + " of " + bytes.length + " bytes";
    }
}
