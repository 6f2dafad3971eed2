package org.ausfall.core.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A stream of random numbers: xoshiro256++ (Blackman and Vigna 2021, Scrambled linear pseudorandom number generators, ACM TOMS 47(4)),
 * the same numbers as those of {@code XoShiRo256PlusPlus} in Commons RNG. Written out here because most of a simulation is drawing
 * uniform numbers and comparing them with a probability, which a loop over local variables does in a third of the time. Not for use by
 * several threads.
 */
public final class RandomStream implements UniformRandomProvider {
    private static final double UNIT = 0x1.0p-53;

    private final ZigguratSampler.NormalizedGaussian normals = ZigguratSampler.NormalizedGaussian.of(this);
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** A stream that starts in this state, which must not be all zero. */
    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in [0, 1), in steps of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Standard normal. */
    public double nextNormal() {
        return normals.sample();
    }

    /**
     * Draws a uniform number for each probability, notes where it is smaller, and returns in how many places that was.
     *
     * @param places filled from the start with indexes into {@code probability}; at least as long
     */
    public int successes(double[] probability, int[] places) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
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
            size += (bits >>> 11) * UNIT < probability[i] ? 1 : 0;
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
        return size;
    }
}
