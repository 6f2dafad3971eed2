package org.ausfall.core.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.quantity.Share;

/** How many probes ended how. Immutable and mergeable. */
public final class OutcomeCounts {
    /** No probe. */
    public static final OutcomeCounts NONE = new OutcomeCounts(new long[Outcome.COUNT]);

    private final long[] counts;

    private OutcomeCounts(long[] counts) {
        this.counts = counts;
    }

    /** Takes over an array indexed by {@link Outcome#index}. */
    static OutcomeCounts ofIndexed(long[] counts) {
        return new OutcomeCounts(counts);
    }

    /** How many ended in this way. */
    public long count(Outcome outcome) {
        return counts[outcome.index()];
    }

    /** All probes, failures included. */
    public long n() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /** The probes in earnest: all but those under maintenance and those of unknown outcome, which say nothing about the site. */
    public long inEarnest() {
        return n() - count(Outcome.MAINTENANCE) - count(Outcome.UNKNOWN);
    }

    /**
     * (ok + reachable) / (n - maintenance - unknown): the share of probes in earnest that found the site up. Empty if there were
     * none.
     */
    public Optional<Share> availability() {
        long inEarnest = inEarnest();
        long up = count(Outcome.OK) + count(Outcome.REACHABLE);
        return inEarnest == 0 ? Optional.empty() : Optional.of(Share.of(up, inEarnest));
    }

    /** The probes of all. */
    public static OutcomeCounts combine(List<OutcomeCounts> parts) {
        long[] sum = new long[Outcome.COUNT];
        for (OutcomeCounts part : parts) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Math.addExact(sum[i], part.counts[i]);
            }
        }
        return new OutcomeCounts(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutcomeCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** One number per outcome, in the order of {@link Outcome}. */
    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
