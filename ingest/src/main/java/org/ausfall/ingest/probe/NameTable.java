package org.ausfall.ingest.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers names by their bytes, without making a string of each row's name. Eight bytes at a time; names up to 24 bytes are
 * compared in the table itself. One table a worker, no locks.
 */
final class NameTable {
    /** The longest name in bytes. */
    static final int LONGEST = 256;

    /** Buffers must be readable this many bytes past the last row, because names are searched before their end is known. */
    static final int OVERREAD = LONGEST + 2 * Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** At most every fourth slot is taken, so that the first look is mostly the last. */
    private static final int SPARSE = 16;

    private static final int TWO_WORDS = 2 * Long.BYTES;

    private final List<String> names = new ArrayList<>();
    private byte[][] texts = new byte[64][];
    /** Four numbers a slot: the first eight bytes, the next eight, the last eight of a longer name, and length with id; 0 if free. */
    private long[] slots = new long[4 * 128];

    private boolean noCommas = true;
    private int stop;

    /** Where the name last looked for ends: the place of its terminator. */
    int stop() {
        return stop;
    }

    int size() {
        return names.size();
    }

    String name(int id) {
        return names.get(id);
    }

    /** Whether some name holds a comma. */
    boolean haveCommas() {
        return !noCommas;
    }

    /** The number of the name that starts here and ends before the terminator; -1 if there is no such name. */
    int find(byte[] b, int from, byte terminator) {
        long pattern = terminator * ONES;
        long first = (long) LONG.get(b, from);
        long hit = hit(first ^ pattern);
        if (hit != 0) {
            stop = from + (Long.numberOfTrailingZeros(hit) >>> 3);
            return lookUp(b, from, stop - from, first & below(hit), 0);
        }
        long second = (long) LONG.get(b, from + Long.BYTES);
        hit = hit(second ^ pattern);
        if (hit != 0) {
            stop = from + Long.BYTES + (Long.numberOfTrailingZeros(hit) >>> 3);
            return lookUp(b, from, stop - from, first, second & below(hit));
        }
        return findLong(b, from, terminator, first, second);
    }

    private int findLong(byte[] b, int from, byte terminator, long first, long second) {
        long pattern = terminator * ONES;
        for (int p = from + TWO_WORDS; p < from + LONGEST; p += Long.BYTES) {
            long hit = hit((long) LONG.get(b, p) ^ pattern);
            if (hit != 0) {
                stop = p + (Long.numberOfTrailingZeros(hit) >>> 3);
                return lookUp(b, from, stop - from, first, second);
            }
        }
        return -1;
    }

    /** The high bit of the lowest zero byte is set; bits above it may be, too. */
    private static long hit(long x) {
        return (x - ONES) & ~x & HIGHS;
    }

    /** All bits of the bytes below the lowest hit. */
    private static long below(long hit) {
        return (hit ^ (hit - 1)) >>> 8;
    }

    /**
     * The number of the name of so many bytes that starts here; -1 if there is no such name, or if some name holds a comma: then
     * a name that is found could be the beginning of several fields.
     */
    int find(byte[] b, int from, int length) {
        long first = (long) LONG.get(b, from);
        if (length < Long.BYTES) {
            return noCommas ? lookUp(b, from, length, first & lowest(length), 0) : -1;
        }
        long second = (long) LONG.get(b, from + Long.BYTES);
        return noCommas
                ? lookUp(b, from, length, first, length < TWO_WORDS ? second & lowest(length - Long.BYTES) : second)
                : -1;
    }

    /** All bits of so many lowest bytes, fewer than eight. */
    private static long lowest(int bytes) {
        return (1L << (bytes << 3)) - 1;
    }

    private int lookUp(byte[] b, int from, int length, long first, long second) {
        long last = last(b, from, length);
        int mask = slots.length - 4;
        int at = (int) (hash(b, from, length, first, second, last) >>> 30) & mask;
        while (slots[at + 3] != 0) {
            if (slots[at] == first
                    && slots[at + 1] == second
                    && slots[at + 2] == last
                    && slots[at + 3] >>> 32 == length) {
                int id = (int) slots[at + 3];
                if (length <= 3 * Long.BYTES || Arrays.equals(b, from, from + length, texts[id], 0, length)) {
                    return id;
                }
            }
            at = (at + 4) & mask;
        }
        return -1;
    }

    /** The last eight bytes of a name that has more than sixteen. */
    private static long last(byte[] b, int from, int length) {
        return length > TWO_WORDS ? (long) LONG.get(b, from + length - Long.BYTES) : 0;
    }

    private static long hash(byte[] b, int from, int length, long first, long second, long last) {
        long h = first * 0x9E3779B97F4A7C15L
                + Long.rotateLeft(second, 29) * 0xC2B2AE3D27D4EB4FL
                + last * 0x165667B19E3779F9L;
        for (int i = TWO_WORDS; i < length - Long.BYTES; i += Long.BYTES) {
            h = (h ^ (long) LONG.get(b, from + i)) * 0x9E3779B97F4A7C15L;
        }
        h ^= h >>> 32;
        return (h + length) * 0x9E3779B97F4A7C15L;
    }

    /** The number of a name, new if it is not known yet. Not empty, and at most {@link #LONGEST} bytes. */
    int add(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0 || text.length > LONGEST) {
            throw new IllegalArgumentException("a name must have 1 to " + LONGEST + " bytes, was '" + name + "'");
        }
        byte[] padded = Arrays.copyOf(text, Math.max(text.length, TWO_WORDS));
        int known = lookUp(padded, 0, text.length, word(padded, 0), word(padded, Long.BYTES));
        return known >= 0 ? known : insert(name, text, padded);
    }

    private static long word(byte[] padded, int at) {
        return (long) LONG.get(padded, at);
    }

    private int insert(String name, byte[] text, byte[] padded) {
        int id = names.size();
        names.add(name);
        noCommas &= name.indexOf(',') < 0;
        if (id == texts.length) {
            texts = Arrays.copyOf(texts, 2 * id);
        }
        texts[id] = text;
        if (SPARSE * names.size() > slots.length) {
            grow();
        } else {
            place(id, text.length, padded);
        }
        return id;
    }

    private void grow() {
        slots = new long[2 * slots.length];
        for (int id = 0; id < names.size(); id++) {
            place(id, texts[id].length, Arrays.copyOf(texts[id], Math.max(texts[id].length, TWO_WORDS)));
        }
    }

    private void place(int id, int length, byte[] padded) {
        int mask = slots.length - 4;
        long first = word(padded, 0);
        long second = word(padded, Long.BYTES);
        long last = last(padded, 0, length);
        int at = (int) (hash(padded, 0, length, first, second, last) >>> 30) & mask;
        while (slots[at + 3] != 0) {
            at = (at + 4) & mask;
        }
        slots[at] = first;
        slots[at + 1] = second;
        slots[at + 2] = last;
        slots[at + 3] = (long) length << 32 | id;
    }
}
