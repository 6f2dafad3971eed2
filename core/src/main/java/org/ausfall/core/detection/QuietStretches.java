package org.ausfall.core.detection;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.Share;

/**
 * An outage beside the rest of the measurements: stretches as long as it, side by side, outside of all outages found.
 *
 * @param stretches how many there are
 * @param asHigh in how many at least as large a share of the sites was above, over what is usual, as in the outage
 * @param highest the largest such share, zero if none was over what is usual
 */
public record QuietStretches(int stretches, int asHigh, Share highest) {
    /** Checks the counts. */
    public QuietStretches {
        if (asHigh < 0 || asHigh > stretches) {
            throw new IllegalArgumentException(asHigh + " of " + stretches + " quiet stretches");
        }
    }

    /** The stretches beside a candidate, of those at least half measured. */
    static QuietStretches beside(Candidate candidate, List<Candidate> all, PooledShares shares) {
        int length = candidate.to() - candidate.from();
        double own = shares.excess(candidate.from(), candidate.to());
        int stretches = 0;
        int asHigh = 0;
        double highest = 0;
        int from = 0;
        while (from + length <= shares.size()) {
            int busyUntil = busyUntil(all, from, from + length);
            if (busyUntil > from) {
                from = busyUntil;
                continue;
            }
            if (isMeasured(shares, from, from + length)) {
                double excess = shares.excess(from, from + length);
                stretches++;
                asHigh += excess >= own ? 1 : 0;
                highest = Math.max(highest, excess);
            }
            from += length;
        }
        return new QuietStretches(stretches, asHigh, new Share(Math.min(1, highest)));
    }

    private static int busyUntil(List<Candidate> candidates, int from, int to) {
        return candidates.stream()
                .filter(candidate -> candidate.from() < to && from < candidate.to())
                .mapToInt(Candidate::to)
                .max()
                .orElse(from);
    }

    private static boolean isMeasured(PooledShares shares, int from, int to) {
        long measured =
                IntStream.range(from, to).filter(i -> shares.measured(i) > 0).count();
        return 2 * measured >= to - from;
    }

    /**
     * 1 - (as high + 1) / (stretches + 1): how rarely, going by the measurements themselves, quiet time looks like this. It says
     * how much quiet time there was to compare with, and no more: 19 stretches allow 95 %. Empty without one.
     */
    public OptionalDouble confidence() {
        return stretches == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (asHigh + 1.0) / (stretches + 1.0));
    }
}
