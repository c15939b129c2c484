package org.rotfaden.attachments.pictures;

/// A part of what is kept of a file.
public sealed interface Part {

    long length();

    /// As it stands in the file.
    record Kept(long from, long length) implements Part {}

    /// Said anew.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    record Written(byte[] bytes) implements Part {

        @Override
        public long length() {
            return bytes.length;
        }
    }
}
