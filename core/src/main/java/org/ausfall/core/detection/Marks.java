package org.ausfall.core.detection;

import java.util.BitSet;

/** In which bins something was measured, and in which of those it was above the threshold; one bit each. */
public final class Marks {
    private final BitSet measured;
    private final BitSet above;

    /** Marks in two sets of bins, the second within the first; they are the marks' from now on. */
    Marks(BitSet measured, BitSet above) {
        this.measured = measured;
        this.above = above;
    }

    /** Whether there was a verdict in the bin. */
    boolean isMeasured(int bin) {
        return measured.get(bin);
    }

    /** Whether it was above the threshold in the bin. */
    boolean isAbove(int bin) {
        return above.get(bin);
    }

    /** How many bins have a verdict, from one to before another. */
    int measured(int from, int to) {
        return measured.get(from, to).cardinality();
    }

    /** How many bins are above the threshold, from one to before another. */
    int above(int from, int to) {
        return above.get(from, to).cardinality();
    }

    /** The first bin with a verdict, -1 if there is none. */
    int first() {
        return measured.nextSetBit(0);
    }

    /** The bin after the last one with a verdict; 0 if there is none. */
    int end() {
        return measured.length();
    }

    /** Counts up, in the bins with a verdict and in those above. */
    void count(int[] measuredCounts, int[] aboveCounts) {
        for (int bin = measured.nextSetBit(0); bin >= 0; bin = measured.nextSetBit(bin + 1)) {
            measuredCounts[bin]++;
        }
        for (int bin = above.nextSetBit(0); bin >= 0; bin = above.nextSetBit(bin + 1)) {
            aboveCounts[bin]++;
        }
    }
}
