package org.rotfaden.organisation.bodies;

import org.rotfaden.association.Wording;

/// An office that a body has, and how many times.
///
/// @param title what it is called, for example `Vorsitzende:r`
public record Seat(OfficeRole role, String title, int seats) {

    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SEATS = 1000;

    public Seat {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || seats < 1 || seats > MOST_SEATS) {
            throw BodyObjection.INVALID_BODY.raised();
        }
    }

    /// The same with a title that people can read.
    Seat readable() {
        String words = Wording.of(title);
        if (!Wording.isOneLine(words)) {
            throw BodyObjection.INVALID_BODY.raised();
        }
        return new Seat(role, words, seats);
    }
}
