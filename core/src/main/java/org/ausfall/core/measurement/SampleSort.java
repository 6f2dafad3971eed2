package org.ausfall.core.measurement;

/**
 * Sorts packed samples by merging the upward runs they consist of. Samples arrive almost in the order of time, one run a reader,
 * so there is little to do.
 */
final class SampleSort {
    private SampleSort() {}

    /** Sorts upwards and returns the array that holds the result: the one given, or another. */
    static long[] sorted(long[] samples) {
        long[] from = samples;
        long[] to = new long[0];
        while (runEnd(from, 0) < from.length) {
            to = to.length == 0 ? new long[from.length] : to;
            mergePairsOfRuns(from, to);
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int runEnd(long[] samples, int start) {
        int end = Math.min(start + 1, samples.length);
        while (end < samples.length && samples[end - 1] <= samples[end]) {
            end++;
        }
        return end;
    }

    private static void mergePairsOfRuns(long[] from, long[] to) {
        int start = 0;
        while (start < from.length) {
            int middle = runEnd(from, start);
            int end = runEnd(from, middle);
            merge(from, start, middle, end, to);
            start = end;
        }
    }

    private static void merge(long[] from, int start, int middle, int end, long[] to) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right == end || (left < middle && from[left] <= from[right]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
