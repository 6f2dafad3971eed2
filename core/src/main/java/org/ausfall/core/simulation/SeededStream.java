package org.ausfall.core.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Short runs of random numbers, each of which depends on its seed alone: on one number of another stream, say. What is drawn for one
 * seed does not shift what is drawn for the next. Not for use by several threads.
 */
public final class SeededStream {
    private final Mixer mixer = new Mixer();
    private final ZigguratSampler.NormalizedGaussian normals = ZigguratSampler.NormalizedGaussian.of(mixer);

    /**
     * SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators). That of Commons RNG gives the same numbers
     * but cannot be started again, and a new one for each hit would need new samplers too.
     */
    private static final class Mixer implements UniformRandomProvider {
        private long state;

        @Override
        public long nextLong() {
            state += 0x9e3779b97f4a7c15L;
            long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            return mixed ^ mixed >>> 31;
        }
    }

    /** Begins the run of this seed. */
    public void seed(long seed) {
        mixer.state = seed;
    }

    /** Standard normal. */
    public double nextNormal() {
        return normals.sample();
    }

    /** Uniform in [0, 1). */
    public double nextUniform() {
        return RandomStream.uniform(mixer.nextLong());
    }
}
