package org.ausfall.core.world;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The random numbers of one world. */
final class Luck {
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    Luck(UniformRandomProvider random) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    double normal() {
        return normal.sample();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A gamma of that shape, scale 1. */
    double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }

    /** A beta of that mean; {@code size} is the sum of its parameters. */
    double beta(double mean, double size) {
        double a = gamma(size * mean);
        double b = gamma(size * (1 - mean));
        return a / (a + b);
    }
}
