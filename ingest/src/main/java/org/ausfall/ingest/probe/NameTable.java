package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers names by their bytes, without making a string of each row's name. A name of up to seven bytes is one word: its bytes and a
 * {@link #MARK} behind them. A longer one is three: its first eight bytes, eight in the middle, and its last seven with the mark; up to
 * 23 bytes that is all there is, and what is longer is compared as a whole, too. One table a worker, no locks.
 */
final class NameTable {
    /** The longest name in bytes. */
    static final int LONGEST = 256;

    /** Buffers must be readable this many bytes past the last row, because names are searched before their end is known. */
    static final int OVERREAD = LONGEST + 2 * Long.BYTES;

    /** The byte behind a name. */
    static final int MARK = 1;

    /** The most bytes of a name that are in three words. */
    private static final int THREE_WORDS = 3 * Long.BYTES - 1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** At most every eighth slot is taken, so that the first look is mostly the last: the processor bets on that. */
    private static final int SPARSE = 8;

    private final List<String> names = new ArrayList<>();
    private byte[][] texts = new byte[64][];
    /** Where a name may stand by its hash: 1 more than its number, 0 if free. Apart from the names, so that both stay in near memory. */
    private int[] slots = new int[128];

    /** Four numbers a name: its words, 0 for those that a short one has not, and its length. */
    private long[] words = new long[4 * 64];

    private boolean noCommas = true;
    private int stop;

    /** Whether a name has three words. */
    static boolean isLong(int length) {
        return length >= Long.BYTES;
    }

    /** Where the last word of a long name begins; the middle one begins half as far. */
    static int lastAt(int length) {
        return length - Long.BYTES + 1;
    }

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

    /** Whether some name holds a comma: then what is found by its length could be the beginning of several fields. */
    boolean haveCommas() {
        return !noCommas;
    }

    /** The number of the name that starts here and ends before the terminator; -1 if there is no such name. */
    int find(byte[] b, int from, byte terminator) {
        for (int p = from; p <= from + LONGEST; p += Long.BYTES) {
            long hits = EightBytes.hits(EightBytes.at(b, p), terminator);
            if (hits != 0) {
                stop = p + EightBytes.before(hits);
                return find(b, from, stop - from);
            }
        }
        return -1;
    }

    private int find(byte[] b, int from, int length) {
        long first = EightBytes.at(b, from);
        if (!isLong(length)) {
            long mark = (long) MARK << (Byte.SIZE * length);
            return findShort((first & (mark - 1)) | mark, length);
        }
        int last = from + lastAt(length);
        long lastSeven = EightBytes.at(b, last) << Byte.SIZE >>> Byte.SIZE;
        long middle = EightBytes.at(b, from + (lastAt(length) >>> 1));
        return findLong(b, from, length, first, middle, lastSeven | ((long) MARK << (Long.SIZE - Byte.SIZE)));
    }

    /**
     * The number of the short name of this word; -1 if there is none. The word alone would not do: bytes of a file may make it that of a
     * shorter name.
     */
    int findShort(long word, int length) {
        int at = slot(word * SPREAD);
        for (int id = slots[at] - 1; id >= 0; id = slots[at] - 1) {
            if (((words[4 * id] ^ word) | (words[4 * id + 3] ^ length)) == 0) {
                return id;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** The number of the long name that starts here and has these words; -1 if there is none. */
    int findLong(byte[] b, int from, int length, long first, long middle, long last) {
        int at = slot(b, from, length, first, middle, last);
        for (int id = slots[at] - 1; id >= 0; id = slots[at] - 1) {
            long differing = (words[4 * id] ^ first)
                    | (words[4 * id + 1] ^ middle)
                    | (words[4 * id + 2] ^ last)
                    | (words[4 * id + 3] ^ length);
            if (differing == 0 && (length <= THREE_WORDS || isName(b, from, length, id))) {
                return id;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean isName(byte[] b, int from, int length, int id) {
        return Arrays.equals(b, from, from + length, texts[id], 0, length);
    }

    private int slot(byte[] b, int from, int length, long first, long middle, long last) {
        long sum = first * SPREAD + middle * 0xC2B2AE3D27D4EB4FL + last * 0x165667B19E3779F9L;
        return slot(length <= THREE_WORDS ? sum : sumOfAll(b, from, length));
    }

    private int slot(long sum) {
        return (int) (((sum ^ (sum >>> 32)) * SPREAD) >>> 32) & (slots.length - 1);
    }

    /** Of three words alone, too many long names could be the same. */
    private static long sumOfAll(byte[] b, int from, int length) {
        long sum = 0;
        for (int i = 0; i < length - Long.BYTES; i += Long.BYTES) {
            sum = (sum ^ EightBytes.at(b, from + i)) * SPREAD;
        }
        return (sum ^ EightBytes.at(b, from + length - Long.BYTES)) * SPREAD;
    }

    /** The number of a name, new if it is not known yet. Not empty, and at most {@link #LONGEST} bytes. */
    int add(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0 || text.length > LONGEST) {
            throw new IllegalArgumentException("a name must have 1 to " + LONGEST + " bytes, was '" + name + "'");
        }
        byte[] marked = Arrays.copyOf(text, Math.max(text.length + 1, Long.BYTES));
        marked[text.length] = MARK;
        int known = find(marked, 0, text.length);
        return known >= 0 ? known : insert(name, marked, text.length);
    }

    private int insert(String name, byte[] marked, int length) {
        int id = names.size();
        names.add(name);
        noCommas &= name.indexOf(',') < 0;
        if (id == texts.length) {
            texts = Arrays.copyOf(texts, 2 * id);
            words = Arrays.copyOf(words, 8 * id);
        }
        texts[id] = Arrays.copyOf(marked, length);
        words[4 * id] = EightBytes.at(marked, 0);
        if (isLong(length)) {
            words[4 * id + 1] = EightBytes.at(marked, lastAt(length) >>> 1);
            words[4 * id + 2] = EightBytes.at(marked, lastAt(length));
        }
        words[4 * id + 3] = length;
        if (SPARSE * names.size() > slots.length) {
            slots = new int[2 * slots.length];
            for (int each = 0; each < names.size(); each++) {
                place(each);
            }
        } else {
            place(id);
        }
        return id;
    }

    private void place(int id) {
        int length = texts[id].length;
        int at = isLong(length)
                ? slot(texts[id], 0, length, words[4 * id], words[4 * id + 1], words[4 * id + 2])
                : slot(words[4 * id] * SPREAD);
        while (slots[at] != 0) {
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = id + 1;
    }
}
