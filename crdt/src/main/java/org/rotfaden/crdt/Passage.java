package org.rotfaden.crdt;

import java.util.Base64;
import org.rotfaden.crdt.protocol.Lib0Reader;
import org.rotfaden.crdt.protocol.Lib0Writer;
import org.rotfaden.crdt.protocol.MalformedMessage;

/// Words of a document on which something hangs. It holds on to its first and its last unit, so it
/// stays at its words whatever is written around and between them.
///
/// As text both ends are relative positions of Yjs, in the bytes of `Y.encodeRelativePosition` and
/// base64url without padding: the first sticks to what follows (association 0), the last to what
/// comes before (association -1).
public record Passage(Root root, UnitId first, UnitId last) {

    private static final int LONGEST = 200;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    /// How a relative position says that it stands at a unit.
    private static final int AT_UNIT = 0;

    /// The associations as whole numbers of lib0: 0 and -1.
    private static final int RIGHT = 0x00;

    private static final int LEFT = 0x41;

    /// Where a passage is at the moment, counted in UTF-16 units of its root.
    ///
    /// @param words the first 300 units of what stands between, with U+FFFC for what is no text
    public record Place(int from, int to, String words) {}

    /// A passage as it is written by browsers.
    ///
    /// @throws InvalidPassage when it is none
    public static Passage of(String root, String start, String end) {
        return new Passage(
                Root.find(root).orElseThrow(() -> new InvalidPassage("there is no such root")),
                unit(start, RIGHT),
                unit(end, LEFT));
    }

    /// The relative position of the first unit.
    public String start() {
        return text(first, RIGHT);
    }

    /// The relative position of the last unit.
    public String end() {
        return text(last, LEFT);
    }

    private static String text(UnitId unit, int association) {
        var out = new Lib0Writer();
        out.writeVarUint(AT_UNIT);
        out.writeVarUint(unit.client());
        out.writeVarUint(unit.clock());
        out.writeByte(association);
        return TO_TEXT.encodeToString(out.toBytes());
    }

    private static UnitId unit(String position, int association) {
        if (position.length() > LONGEST) {
            throw new InvalidPassage("a position is too long");
        }
        try {
            var in = new Lib0Reader(Base64.getUrlDecoder().decode(position));
            if (in.readVarUint() != AT_UNIT) {
                throw new InvalidPassage("a position stands at no unit");
            }
            var unit = new UnitId(in.readVarUint(), in.readVarUint());
            if (in.readByte() != association) {
                throw new InvalidPassage("a position sticks to the wrong side");
            }
            in.expectEnd();
            return unit;
        } catch (IllegalArgumentException | MalformedMessage unreadable) {
            throw new InvalidPassage("a position cannot be read: " + unreadable.getMessage());
        }
    }
}
