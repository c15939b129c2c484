package org.rotfaden.crdt.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the encoding of lib0. Lengths are compared with what is there before anything is
/// allocated; whatever is wrong is a [MalformedMessage].
public final class Lib0Reader {

    /// The largest whole number that JavaScript holds exactly: 2^53 - 1.
    static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private static final int DEEPEST = 64;

    private final byte[] bytes;
    private int at;

    public Lib0Reader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int remaining() {
        return bytes.length - at;
    }

    public int readByte() {
        if (at >= bytes.length) {
            throw new MalformedMessage("cut off");
        }
        return bytes[at++] & 0xff;
    }

    /// Reads a number of 0 to 2^53 - 1.
    public long readVarUint() {
        return readGroups(0, 0);
    }

    /// Reads which of a few kinds something is.
    int readKind() {
        return (int) Math.min(readVarUint(), Integer.MAX_VALUE);
    }

    public byte[] readBytes() {
        long length = readVarUint();
        if (length > remaining()) {
            throw new MalformedMessage("length beyond the end");
        }
        int start = at;
        at += (int) length;
        return Arrays.copyOfRange(bytes, start, at);
    }

    public String readString() {
        byte[] text = readBytes();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException noText) {
            throw new MalformedMessage("text is not UTF-8");
        }
    }

    /// Reads a value of lib0's `any`. Whole numbers are `Long`, others `Double`.
    public @Nullable Object readAny() {
        return readAny(0);
    }

    /// Makes sure that nothing is left.
    public void expectEnd() {
        if (remaining() > 0) {
            throw new MalformedMessage("bytes after the end");
        }
    }

    private @Nullable Object readAny(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedMessage("nested too deeply");
        }
        return switch (readByte()) {
            case 127, 126 -> null;
            case 125 -> readVarInt();
            case 124 -> (double) fixed(Float.BYTES).getFloat();
            case 123 -> fixed(Double.BYTES).getDouble();
            case 122 -> fixed(Long.BYTES).getLong();
            case 121 -> false;
            case 120 -> true;
            case 119 -> readString();
            case 118 -> readMap(depth);
            case 117 -> readList(depth);
            case 116 -> readBytes();
            default -> throw new MalformedMessage("unknown value");
        };
    }

    private Map<String, @Nullable Object> readMap(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (long left = readCount(); left > 0; left--) {
            String key = readString();
            map.put(key, readAny(depth + 1));
        }
        return map;
    }

    private List<@Nullable Object> readList(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (long left = readCount(); left > 0; left--) {
            list.add(readAny(depth + 1));
        }
        return list;
    }

    /// Reads a number of things that take at least a byte each.
    long readCount() {
        long count = readVarUint();
        if (count > remaining()) {
            throw new MalformedMessage("count beyond the end");
        }
        return count;
    }

    private long readVarInt() {
        int first = readByte();
        long value = first & 0x3f;
        if ((first & 0x80) != 0) {
            value = readGroups(value, 6);
        }
        return (first & 0x40) == 0 ? value : -value;
    }

    private long readGroups(long start, int firstShift) {
        long value = start;
        for (int shift = firstShift; shift < 63; shift += 7) {
            int group = readByte();
            value |= (long) (group & 0x7f) << shift;
            if (value < 0 || value > MAX_SAFE_INTEGER) {
                break;
            }
            if ((group & 0x80) == 0) {
                return value;
            }
        }
        throw new MalformedMessage("number out of range");
    }

    private ByteBuffer fixed(int length) {
        if (remaining() < length) {
            throw new MalformedMessage("cut off");
        }
        ByteBuffer value = ByteBuffer.wrap(bytes, at, length);
        at += length;
        return value;
    }
}
