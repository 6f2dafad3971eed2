package org.ausfall.core.simulation;

import java.util.Arrays;

/**
 * Outcomes in single precision, which stay where they are: they are counted in buckets, and only buckets of which an outcome is asked for
 * are collected and sorted. Buckets are even in the logarithm, 16 for a factor of two or, of many outcomes, 64; the first holds
 * zero and what counts as zero, below 1e-39.
 */
final class FloatSample extends Sample {
    private static final int EXPONENT_BIT = 23;
    private static final int MANY = 1 << 15;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private final float[] outcomes;
    private final int length;
    private final int shift;
    private final int size;
    private final int zeros;
    private final double sum;
    private final int lowest;
    private final int[] ends;
    private final boolean[] expected;
    private final int[] collectedTo;
    private float[] collected = {};
    private double beyond;
    private boolean complete;

    FloatSample(float[] outcomes, int length, int moreZeros) {
        this.outcomes = outcomes;
        this.length = length;
        this.size = length + moreZeros;
        this.shift = EXPONENT_BIT - (length < MANY ? 4 : 6);
        int[] counts = new int[1 << (Float.SIZE - 1 - shift)];
        double total = 0;
        for (int i = 0; i < length; i++) {
            float outcome = outcomes[i];
            int bits = bits(outcome);
            if (bits < 0 || bits >= INFINITY) {
                throw refused(outcome);
            }
            total += outcome;
            counts[bits >>> shift]++;
        }
        int first = 1;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        int last = counts.length - 1;
        while (last >= first && counts[last] == 0) {
            last--;
        }
        this.sum = total;
        this.lowest = first;
        int buckets = last - first + 1;
        this.ends = new int[buckets];
        this.expected = new boolean[buckets];
        this.collectedTo = new int[buckets];
        int end = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            end += counts[first + bucket];
            ends[bucket] = end;
        }
        this.zeros = size - end;
    }

    /** In the same order as outcomes from zero up to infinity; what is less than zero or not a number is not among them. */
    private static int bits(float outcome) {
        // Adding 0 turns -0 to 0.
        return Float.floatToRawIntBits(outcome + 0f);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    int zeros() {
        return zeros;
    }

    @Override
    double sum() {
        return sum;
    }

    @Override
    void expect(int from, int to) {
        if (to < 0) {
            return;
        }
        int last = bucketOf(ends, to);
        for (int bucket = bucketOf(ends, Math.max(0, from)); bucket <= last; bucket++) {
            complete &= expected[bucket];
            expected[bucket] = true;
        }
    }

    @Override
    double positive(int place) {
        expect(place, place);
        collect();
        int bucket = bucketOf(ends, place);
        return collected[collectedTo[bucket] - (ends[bucket] - place)];
    }

    @Override
    double tail(int place) {
        int last = bucketOf(ends, place);
        for (int bucket = last; bucket < ends.length; bucket++) {
            last = expected[bucket] ? bucket : last;
        }
        expect(place, ends[last] - 1);
        collect();
        double tail = beyond;
        for (int i = collectedTo[last] - (ends[last] - place); i < collectedTo[last]; i++) {
            tail += collected[i];
        }
        return tail;
    }

    private int count(int bucket) {
        return bucket == 0 ? ends[0] : ends[bucket] - ends[bucket - 1];
    }

    /** Collects and sorts all buckets that are expected, and adds up what lies beyond the last of them. */
    private void collect() {
        if (complete) {
            return;
        }
        int room = 0;
        int last = 0;
        byte[] wanted = new byte[ends.length + 1];
        for (int bucket = 0; bucket < ends.length; bucket++) {
            if (expected[bucket]) {
                wanted[bucket + 1] = 1;
                room += count(bucket);
                last = bucket;
            }
            collectedTo[bucket] = room;
        }
        double[] far = new double[ends.length + 1];
        Arrays.fill(far, last + 2, far.length, 1);
        // One more, because every outcome is written and then kept or written over: no processor can guess which.
        float[] near = new float[room + 1];
        int kept = 0;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            float outcome = outcomes[i];
            int bucket = Math.max(0, (bits(outcome) >>> shift) - lowest + 1);
            near[kept] = outcome;
            kept += wanted[bucket];
            sum += outcome * far[bucket];
        }
        beyond = sum;
        Arrays.sort(near, 0, room);
        collected = near;
        complete = true;
    }
}
