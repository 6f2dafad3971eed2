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
        int sortedTo = runEnd(from, 0);
        while (sortedTo < from.length) {
            to = to.length == 0 ? new long[from.length] : to;
            sortedTo = mergePairsOfRuns(from, sortedTo, to);
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

    /** Merges each run with the next one, of which the first ends at a known place; returns where the first two end. */
    private static int mergePairsOfRuns(long[] from, int firstEnd, long[] to) {
        int secondEnd = runEnd(from, firstEnd);
        merge(from, 0, firstEnd, secondEnd, to);
        int start = secondEnd;
        while (start < from.length) {
            int middle = runEnd(from, start);
            int end = runEnd(from, middle);
            merge(from, start, middle, end, to);
            start = end;
        }
        return secondEnd;
    }

    /** Without a branch on which is smaller, because nobody can foresee that; samples are not negative, nor is their difference too large. */
    private static void merge(long[] from, int start, int middle, int end, long[] to) {
        int left = start;
        int right = middle;
        int at = start;
        while (left < middle && right < end) {
            long ahead = from[right] - from[left];
            to[at++] = from[left] + (ahead & ahead >> 63);
            int oneIfRight = (int) (ahead >>> 63);
            right += oneIfRight;
            left += 1 - oneIfRight;
        }
        System.arraycopy(from, left, to, at, middle - left);
        System.arraycopy(from, right, to, at + middle - left, end - right);
    }
}
