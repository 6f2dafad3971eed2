package org.ausfall.core.simulation;

import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Random streams keyed by seed, name and block. A stream depends on nothing else, so the order in which streams are used, and on
 * which thread, cannot change a digit; nor can adding another stream.
 */
public final class Streams {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Function<String, Seed> seedOf;

    /** The streams of a run. */
    public Streams(Seed seed) {
        this(name -> seed);
    }

    private Streams(Function<String, Seed> seedOf) {
        this.seedOf = seedOf;
    }

    /** The same streams, but those with such a name start at another seed: what they are for is drawn anew, all else is as it was. */
    public Streams redrawing(Predicate<String> names, Seed other) {
        return new Streams(name -> names.test(name) ? other : seedOf.apply(name));
    }

    /**
     * The stream for a block of draws.
     *
     * @param name what is drawn: a belief's key, a company's id
     * @param block the block's number
     */
    public RandomStream of(String name, int block) {
        return of(key(name), block);
    }

    /** The hash of a name and its seed, for those who ask for the streams of a name block after block; see {@link #of(long, int)}. */
    public long key(String name) {
        return new SplitMix64(fnv(name) ^ Long.rotateLeft(seedOf.apply(name).value() * FNV_PRIME, 17)).nextLong();
    }

    /** The stream for a block of draws, of the name with this key. */
    public RandomStream of(long key, int block) {
        SplitMix64 state = new SplitMix64(key + block * 0x9e3779b97f4a7c15L * 0x2545f4914f6cdd1dL);
        return new RandomStream(state.nextLong(), state.nextLong(), state.nextLong(), state.nextLong());
    }

    /** FNV-1a over the UTF-16 code units; see RFC 9923. */
    private static long fnv(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
