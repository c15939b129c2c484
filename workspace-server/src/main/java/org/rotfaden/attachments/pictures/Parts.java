package org.rotfaden.attachments.pictures;

import java.util.ArrayList;
import java.util.List;

/// Collects what is kept of a file.
final class Parts {

    /// No picture that somebody made has as many; each costs memory.
    private static final int MOST = 10_000;

    private final List<Part> parts = new ArrayList<>();

    /// Keeps bytes of the file.
    void keep(long from, long length) throws Unreadable {
        if (!parts.isEmpty()
                && parts.getLast() instanceof Part.Kept last
                && last.from() + last.length() == from) {
            parts.removeLast();
            add(new Part.Kept(last.from(), last.length() + length));
        } else {
            add(new Part.Kept(from, length));
        }
    }

    /// Says something anew.
    void write(byte... bytes) throws Unreadable {
        add(new Part.Written(bytes));
    }

    void add(Parts others) throws Unreadable {
        for (Part part : others.parts) {
            add(part);
        }
    }

    private void add(Part part) throws Unreadable {
        if (parts.size() == MOST) {
            throw new Unreadable("It is cut too small");
        }
        parts.add(part);
    }

    long size() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    List<Part> all() {
        return List.copyOf(parts);
    }
}
