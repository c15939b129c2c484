package org.rotfaden.association;

import java.util.Arrays;
import java.util.Set;

/// A picture of the association: PNG, JPEG or WebP of at most 200 kB. No SVG, which could carry
/// programs.
public record Logo(String mediaType, byte[] bytes) {

    /// In bytes.
    public static final int LARGEST = 200_000;

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");

    /// @throws InvalidLogo when it is something else
    public Logo {
        if (!TYPES.contains(mediaType)
                || bytes.length == 0
                || bytes.length > LARGEST
                || !beginsLike(mediaType, bytes)) {
            throw new InvalidLogo();
        }
        bytes = bytes.clone();
    }

    private static boolean beginsLike(String mediaType, byte[] bytes) {
        int[] mark =
                switch (mediaType) {
                    case "image/png" -> new int[] {0x89, 'P', 'N', 'G'};
                    case "image/jpeg" -> new int[] {0xff, 0xd8, 0xff};
                    default -> new int[] {'R', 'I', 'F', 'F'};
                };
        for (int at = 0; at < mark.length; at++) {
            if (bytes.length <= at || Byte.toUnsignedInt(bytes[at]) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo(var type, var content)
                && mediaType.equals(type)
                && Arrays.equals(bytes, content);
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
