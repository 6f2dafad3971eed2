package org.ausfall.core.simulation;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A stream of random numbers: xoshiro256++ (Blackman and Vigna 2021, Scrambled linear pseudorandom number generators, ACM TOMS 47(4)).
 * It gives the numbers of its parent. What a simulation asks for most often is written out in loops over local variables, which takes
 * a third of the time. Not for use by several threads.
 */
public final class RandomStream extends XoShiRo256PlusPlus {
    private static final double UNIT = 0x1.0p-53;

    private final ZigguratSampler.NormalizedGaussian normals = ZigguratSampler.NormalizedGaussian.of(this);

    /** A stream that starts in this state, which must not be all zero. */
    RandomStream(long s0, long s1, long s2, long s3) {
        super(s0, s1, s2, s3);
    }

    /** The parent's number, in one call in place of three. */
    @Override
    public long nextLong() {
        long a = state0;
        long b = state1;
        long c = state2 ^ a;
        long d = state3 ^ b;
        long bits = Long.rotateLeft(a + state3, 23) + a;
        state0 = a ^ d;
        state1 = b ^ c;
        state2 = c ^ b << 17;
        state3 = Long.rotateLeft(d, 45);
        return bits;
    }

    /** A random number as a number in [0, 1). */
    public static double uniform(long bits) {
        return (bits >>> 11) * UNIT;
    }

    /** Standard normal. */
    public double nextNormal() {
        return normals.sample();
    }

    /**
     * Draws a random number for each probability, notes where it is smaller as a {@link #uniform}, and returns in how many places that
     * was.
     *
     * @param places filled from the start with indexes into {@code probability}; at least as long
     * @param numbers filled with the numbers drawn there; at least as long
     */
    public int successes(double[] probability, int[] places, long[] numbers) {
        long a = state0;
        long b = state1;
        long c = state2;
        long d = state3;
        int size = 0;
        for (int i = 0; i < probability.length; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            places[size] = i;
            numbers[size] = bits;
            // The sign bit of the difference, because no processor can guess which way a branch would go.
            size += (int) (Double.doubleToRawLongBits(uniform(bits) - probability[i]) >>> 63);
        }
        state0 = a;
        state1 = b;
        state2 = c;
        state3 = d;
        return size;
    }
}
