package org.rotfaden.crdt.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the encoding of lib0, on which all messages of Yjs are built.
public final class Lib0Writer {

    private static final double SAFE_INTEGER = 9007199254740991d;

    /// From here on bytes are copied once, at the end. In bytes.
    private static final int LARGE = 1 << 16;

    /// What was written before [#out], in order.
    private final List<byte[]> before = new ArrayList<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public byte[] toBytes() {
        int length = before.stream().mapToInt(part -> part.length).sum() + out.size();
        var all = ByteBuffer.allocate(length);
        before.forEach(all::put);
        return all.put(out.toByteArray()).array();
    }

    public void writeByte(int value) {
        out.write(value);
    }

    /// Writes a number of 0 to 2^53 - 1, seven bits a byte, the least significant first.
    public void writeVarUint(long value) {
        if (value < 0 || value > Lib0Reader.MAX_SAFE_INTEGER) {
            throw new IllegalArgumentException("Out of range: " + value);
        }
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    public void writeBytes(byte[] bytes) {
        writeVarUint(bytes.length);
        if (bytes.length < LARGE) {
            out.writeBytes(bytes);
        } else {
            before.add(out.toByteArray());
            before.add(bytes);
            out.reset();
        }
    }

    public void writeString(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a value as lib0's `any`: null, boolean, number, string, list, map or bytes.
    public void writeAny(@Nullable Object value) {
        switch (value) {
            case null -> out.write(126);
            case Boolean truth -> out.write(truth ? 120 : 121);
            case String text -> {
                out.write(119);
                writeString(text);
            }
            case Number number -> writeNumber(number.doubleValue());
            case Map<?, ?> map -> {
                out.write(118);
                writeVarUint(map.size());
                map.forEach((key, entry) -> {
                    writeString((String) key);
                    writeAny(entry);
                });
            }
            case List<?> list -> {
                out.write(117);
                writeVarUint(list.size());
                list.forEach(this::writeAny);
            }
            case byte[] bytes -> {
                out.write(116);
                writeBytes(bytes);
            }
            default -> throw new IllegalArgumentException("No value of lib0: " + value.getClass());
        }
    }

    private void writeNumber(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= SAFE_INTEGER) {
            out.write(125);
            writeVarInt((long) number);
        } else {
            out.write(123);
            out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        }
    }

    private void writeVarInt(long value) {
        long rest = Math.abs(value);
        int sign = value < 0 ? 0x40 : 0;
        out.write((rest > 0x3f ? 0x80 : 0) | sign | (int) (rest & 0x3f));
        rest >>>= 6;
        while (rest > 0) {
            out.write((rest > 0x7f ? 0x80 : 0) | (int) (rest & 0x7f));
            rest >>>= 7;
        }
    }
}
