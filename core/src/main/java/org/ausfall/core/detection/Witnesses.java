package org.ausfall.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.quantity.Share;

/** Which sites took part in a candidate, and which locations saw it. */
final class Witnesses {
    private static final double TOOK_PART = 0.5;
    private static final double TIMES_USUAL = 2;
    private static final double PART_OF_HEIGHT = 1.0 / 3;
    private static final int FEWEST_SITES = 3;
    /** One bin may be chance, two are not. */
    private static final double BINS_ABOVE = 1.5;

    private static final Duration AROUND = Duration.ofHours(1);
    private static final Duration BEFORE = Duration.ofHours(2);

    private final PooledShares shares;
    private final Bins bins;
    private final Map<String, Marks> sites;
    private final Map<String, Detector.Counts> locations;
    private final List<Candidate> candidates;
    private final int[] outside;

    /** Witnesses among sites and locations; bins outside of all candidates show what is usual for each. */
    Witnesses(
            PooledShares shares,
            Bins bins,
            Map<String, Marks> sites,
            Map<String, Detector.Counts> locations,
            List<Candidate> candidates) {
        this.shares = shares;
        this.bins = bins;
        this.sites = sites;
        this.locations = locations;
        this.candidates = List.copyOf(candidates);
        this.outside = Candidate.binsOutside(shares, candidates);
    }

    /** The sites that were above in at least half of the candidate's bins and at least twice as often as usual. */
    List<Participant> participants(Candidate candidate) {
        int[] during = candidate.bins(shares);
        List<Participant> found = new ArrayList<>();
        sites.forEach((site, marks) -> {
            double share = share(marks, during);
            double usual = usual(marks);
            if (share >= TOOK_PART && !(share < TIMES_USUAL * usual)) {
                found.add(participant(site, marks, candidate, share));
            }
        });
        return found;
    }

    /**
     * Whether those who took part make an outage: enough of the sites measured, and at least three, or all; not counting sites that
     * were above hours before, as after a bad release of their own.
     */
    boolean areEnough(List<Participant> participants, Candidate candidate) {
        int[] during = candidate.bins(shares);
        long measured = sites.values().stream()
                .filter(marks -> !Double.isNaN(share(marks, during)))
                .count();
        long fresh = participants.stream()
                .filter(site -> !wasAboveBefore(site.site(), candidate))
                .count();
        return fresh >= Math.min(FEWEST_SITES, measured) && fresh >= Candidate.LEAST_SHARE * measured;
    }

    private boolean wasAboveBefore(String site, Candidate candidate) {
        int to = Math.max(0, shares.bin(candidate.from()) - bins.in(AROUND));
        int from = Math.max(0, to - bins.in(BEFORE));
        return Optional.ofNullable(sites.get(site))
                .filter(marks -> marks.measured(from, to) > 0)
                .filter(marks -> marks.above(from, to) >= TOOK_PART * marks.measured(from, to))
                .isPresent();
    }

    private static double share(Marks marks, int[] during) {
        int measured = 0;
        int above = 0;
        for (int bin : during) {
            measured += marks.isMeasured(bin) ? 1 : 0;
            above += marks.isAbove(bin) ? 1 : 0;
        }
        return measured == 0 ? Double.NaN : (double) above / measured;
    }

    /** The share outside of all candidates, counted by what is left. */
    private double usual(Marks marks) {
        int measured = marks.measured(0, marks.end());
        int above = marks.above(0, marks.end());
        for (Candidate candidate : candidates) {
            measured -= marks.measured(shares.bin(candidate.from()), shares.bin(candidate.to()));
            above -= marks.above(shares.bin(candidate.from()), shares.bin(candidate.to()));
        }
        return measured == 0 ? Double.NaN : (double) above / measured;
    }

    private Participant participant(String site, Marks marks, Candidate candidate, double share) {
        int around = bins.in(AROUND);
        int from = shares.bin(Math.max(0, candidate.from() - around));
        int to = shares.bin(Math.min(shares.size() - 1, candidate.to() + around - 1)) + 1;
        Crossing crossing =
                new Crossing(bin -> marks.isMeasured(bin) ? (marks.isAbove(bin) ? 1 : 0) : Double.NaN, 1, BINS_ABOVE);
        int start = crossing.start(from, to);
        int end = crossing.end(from, to);
        boolean lasted = start >= 0 && end > start;
        return new Participant(
                site,
                start(lasted ? start : shares.bin(candidate.from())),
                start(lasted ? end : shares.bin(candidate.to())),
                new Share(share));
    }

    private Instant start(int bin) {
        return bins.start(bin);
    }

    /** How many locations measured, and how many of them saw the sites above. */
    record Seen(int by, int of) {
        /** Whether most of them saw it; yes, too, if locations were not told apart. */
        boolean isByMost() {
            return of == 0 || 2 * by > of;
        }
    }

    /** The locations that saw at least a third of the candidate's height more than usual. */
    Seen seen(Candidate candidate) {
        int[] during = candidate.bins(shares);
        int by = 0;
        int of = 0;
        for (Detector.Counts counts : locations.values()) {
            double share = counts.share(during);
            double usual = counts.share(outside);
            of += Double.isNaN(share) ? 0 : 1;
            by += share - (Double.isNaN(usual) ? 0 : usual) >= PART_OF_HEIGHT * candidate.height() ? 1 : 0;
        }
        return new Seen(by, of);
    }
}
