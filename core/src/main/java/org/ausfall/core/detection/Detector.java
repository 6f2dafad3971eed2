package org.ausfall.core.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Share;

/**
 * Finds outages in the marks of many sites, which it takes one by one, in the order of their names. Holds two bits a site and bin.
 */
public final class Detector {
    /** So many counts by location and bin are held; with more, locations are not told apart. */
    private static final long MOST_LOCATION_COUNTS = 1L << 23;

    private final Marking marking;
    private final Map<String, Marks> sites = new TreeMap<>();
    private final Map<String, Counts> locations = new TreeMap<>();
    private final Set<String> tooSeldom = new TreeSet<>();
    private final Set<String> tooFew = new TreeSet<>();
    private final Counts pooled = new Counts();
    private boolean tooManyLocations;

    /** How many were measured and above, by bin. */
    static final class Counts {
        private int[] measured = new int[0];
        private int[] above = new int[0];

        void add(Marks marks) {
            if (marks.end() > measured.length) {
                int length = Math.max(marks.end(), measured.length + measured.length / 4);
                measured = Arrays.copyOf(measured, length);
                above = Arrays.copyOf(above, length);
            }
            marks.count(measured, above);
        }

        /** The share above in those bins; NaN if nothing was measured in them. */
        double share(int[] bins) {
            long all = 0;
            long slow = 0;
            for (int bin : bins) {
                all += bin < measured.length ? measured[bin] : 0;
                slow += bin < measured.length ? above[bin] : 0;
            }
            return all == 0 ? Double.NaN : (double) slow / all;
        }
    }

    /** A detector of outages in marks of that kind. */
    public Detector(Marking marking) {
        this.marking = marking;
    }

    /** How sites are to be marked. */
    public Marking marking() {
        return marking;
    }

    /** Takes the marks of a site. */
    public void add(SiteMarks site) {
        if (site.marks().end() == 0) {
            (site.locations().isEmpty() ? tooFew : tooSeldom).add(site.site());
            return;
        }
        sites.put(site.site(), site.marks());
        pooled.add(site.marks());
        site.locations().forEach(this::add);
    }

    private void add(String location, Marks marks) {
        Counts counts = locations.computeIfAbsent(location, name -> new Counts());
        tooManyLocations |= (long) locations.size() * pooled.measured.length > MOST_LOCATION_COUNTS;
        if (!tooManyLocations) {
            counts.add(marks);
        }
    }

    /** Looks for outages in what was taken so far. */
    public Detection detect() {
        PooledShares shares = new PooledShares(marking.bins(), pooled.measured, pooled.above);
        return new Search(shares, Candidate.find(shares, marking)).detection();
    }

    /** One look at what was taken. */
    private final class Search {
        private final PooledShares shares;
        private final List<Candidate> candidates;
        private final Witnesses witnesses;
        private final List<DetectedOutage> outages = new ArrayList<>();
        private final List<OutageWindow> local = new ArrayList<>();

        Search(PooledShares shares, List<Candidate> candidates) {
            this.shares = shares;
            this.candidates = candidates;
            this.witnesses =
                    new Witnesses(shares, marking.bins(), sites, tooManyLocations ? Map.of() : locations, candidates);
        }

        Detection detection() {
            candidates.forEach(this::judge);
            return new Detection(
                    marking,
                    sites.size(),
                    List.copyOf(tooSeldom),
                    List.copyOf(tooFew),
                    locations.size(),
                    shares,
                    outages,
                    local);
        }

        private void judge(Candidate candidate) {
            List<Participant> participants = witnesses.participants(candidate);
            Witnesses.Seen seen = witnesses.seen(candidate);
            if (!witnesses.areEnough(participants, candidate)) {
                return;
            }
            if (seen.isByMost()) {
                outages.add(outage(candidate, participants, seen));
            } else {
                local.add(candidate.window(shares, marking.bins()));
            }
        }

        private DetectedOutage outage(Candidate candidate, List<Participant> participants, Witnesses.Seen seen) {
            int peak = peak(candidate);
            return new DetectedOutage(
                    candidate.window(shares, marking.bins()),
                    give(candidate.from(), -1),
                    give(candidate.to() - 1, 1),
                    candidate.from() == 0,
                    candidate.to() == shares.size(),
                    shares.above(peak),
                    shares.measured(peak),
                    new Share(shares.usual(candidate.from())),
                    new Share(Math.min(1, candidate.height())),
                    participants,
                    seen.by(),
                    seen.of(),
                    QuietStretches.beside(candidate, candidates, shares));
        }

        /** The bin with the largest share, of those in which at least half as many sites were measured as in any. */
        private int peak(Candidate candidate) {
            int most = IntStream.range(candidate.from(), candidate.to())
                    .map(shares::measured)
                    .max()
                    .orElse(0);
            int peak = -1;
            for (int i = candidate.from(); i < candidate.to(); i++) {
                boolean counts = 2 * shares.measured(i) >= most && shares.measured(i) > 0;
                peak = counts && (peak < 0 || shares.excess(i) > shares.excess(peak)) ? i : peak;
            }
            return peak;
        }

        /** How far an end may be off: to the nearest bin beyond it that was measured, at least a bin and a polling interval. */
        private Duration give(int last, int step) {
            int beyond = last + step;
            while (beyond >= 0 && beyond < shares.size() && shares.measured(beyond) == 0) {
                beyond += step;
            }
            Duration gap = marking.bins().length().multipliedBy(Math.abs(beyond - last));
            return gap.compareTo(marking.interval()) > 0 ? gap : marking.interval();
        }
    }
}
