package org.ausfall.core.measurement;

import java.util.Arrays;

/** Sorts non-negative durations by their digits; several times as fast as the comparison sort of the JDK on the sizes met here. */
final class MicrosSort {
    private static final int WORTH_IT = 64;
    private static final int MANY = 8_000;
    private static final int DIGIT_BITS_FEW = 8;
    private static final int DIGIT_BITS_MANY = 11;

    private MicrosSort() {}

    /** Sorts the values from one place to before another upwards. */
    static void sort(int[] values, int from, int to) {
        if (to - from < WORTH_IT) {
            insert(values, from, to);
        } else {
            int[] part = Arrays.copyOfRange(values, from, to);
            System.arraycopy(sorted(part, part.length), 0, values, from, part.length);
        }
    }

    /** Sorts the first {@code n} values upwards and returns the array that holds them: the one given, or one of the same length. */
    static int[] sorted(int[] values, int n) {
        if (n < WORTH_IT) {
            insert(values, 0, n);
            return values;
        }
        int highest = 0;
        for (int i = 0; i < n; i++) {
            highest |= values[i];
        }
        int digitBits = n < MANY ? DIGIT_BITS_FEW : DIGIT_BITS_MANY;
        int[] from = values;
        int[] to = new int[values.length];
        for (int shift = 0; shift < Integer.SIZE && highest >>> shift != 0; shift += digitBits) {
            distribute(from, to, n, shift, digitBits);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void insert(int[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            while (at > from && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }

    private static void distribute(int[] from, int[] to, int n, int shift, int digitBits) {
        int mask = (1 << digitBits) - 1;
        int[] next = new int[mask + 2];
        for (int i = 0; i < n; i++) {
            next[((from[i] >>> shift) & mask) + 1]++;
        }
        for (int digit = 0; digit <= mask; digit++) {
            next[digit + 1] += next[digit];
        }
        for (int i = 0; i < n; i++) {
            int value = from[i];
            to[next[(value >>> shift) & mask]++] = value;
        }
    }
}
