package org.rotfaden.organisation.bodies;

/// An office that a body has, and how many times.
///
/// @param title what it is called, for example `Vorsitzende:r`
public record Seat(OfficeRole role, String title, int seats) {

    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SEATS = 1000;

    public Seat {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || seats < 1 || seats > MOST_SEATS) {
            throw new InvalidBody();
        }
    }
}
