package org.ausfall.core.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ausfall.core.quantity.OutageWindow;

/**
 * A stretch in which enough sites were above at once to be an outage, from one bin to before another.
 *
 * @param from the first bin, a place among the shares
 * @param to the bin after the last
 * @param height which part of the sites that are usually below was above at its height: the 85 % quantile over its bins
 */
record Candidate(int from, int to, double height) {
    /** The part of the sites that an outage takes at least: fewer may be due to a rhythm that was not met quite right. */
    static final double LEAST_SHARE = 0.15;

    private static final double FEWEST_SITES = 2.5;
    private static final double ALL = 0.8;
    private static final double HEIGHT_QUANTILE = 0.85;
    /** One bin is enough, if it is nearly at the height: the pauses of a flapping outage may be as long as its spells. */
    private static final double BINS_AT_HEIGHT = 0.9;

    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final int SHORTEST = 2;
    private static final int MARGIN = 3;

    /** The candidates, in the order of time. */
    static List<Candidate> find(PooledShares shares, Marking marking) {
        int pause = Math.max(MARGIN, marking.bins().in(PAUSE));
        List<Candidate> found = new ArrayList<>();
        int free = 0;
        for (List<LevelPath.Piece> run : runs(shares, pause)) {
            Optional<Candidate> candidate = of(shares, run, free);
            candidate.ifPresent(found::add);
            free = candidate.map(Candidate::to).orElseGet(() -> last(run).to());
        }
        return found;
    }

    /** The pieces high enough, those no more than a pause apart together. */
    private static List<List<LevelPath.Piece>> runs(PooledShares shares, int pause) {
        List<List<LevelPath.Piece>> runs = new ArrayList<>();
        for (LevelPath.Piece piece : LevelPath.of(shares)) {
            if (piece.level() < fewest(shares, piece.from(), piece.to())) {
                continue;
            }
            if (runs.isEmpty() || piece.from() - last(runs.get(runs.size() - 1)).to() > pause) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(piece);
        }
        return runs;
    }

    private static LevelPath.Piece last(List<LevelPath.Piece> run) {
        return run.get(run.size() - 1);
    }

    /** The part of the sites that makes an outage: 15 %, and at least three, or all. */
    private static double fewest(PooledShares shares, int from, int to) {
        double measured =
                IntStream.range(from, to).map(shares::measured).average().orElse(0);
        return Math.min(ALL, Math.max(LEAST_SHARE, FEWEST_SITES / Math.max(1, measured)));
    }

    private static Optional<Candidate> of(PooledShares shares, List<LevelPath.Piece> run, int free) {
        int from = run.get(0).from();
        int to = last(run).to();
        double height = height(shares, run);
        int earliest = Math.max(free, from - MARGIN);
        int latest = Math.min(shares.size(), to + MARGIN);
        Crossing crossing = new Crossing(shares::excess, height, BINS_AT_HEIGHT);
        int start = crossing.start(earliest, latest);
        int end = crossing.end(earliest, latest);
        Candidate candidate =
                start >= 0 && end > start ? new Candidate(start, end, height) : new Candidate(from, to, height);
        return candidate.to - candidate.from >= SHORTEST && height >= fewest(shares, candidate.from, candidate.to)
                ? Optional.of(candidate)
                : Optional.empty();
    }

    private static double height(PooledShares shares, List<LevelPath.Piece> run) {
        double[] values = run.stream()
                .flatMapToInt(piece -> IntStream.range(piece.from(), piece.to()))
                .mapToDouble(shares::excess)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return values.length == 0 ? 0 : values[(int) Math.ceil(HEIGHT_QUANTILE * (values.length - 1))];
    }

    /** The bins, as numbered in the marks, in which at least half of the height was reached: a flapping outage pauses. */
    int[] bins(PooledShares shares) {
        return IntStream.range(from, to)
                .filter(i -> shares.excess(i) >= height / 2)
                .map(shares::bin)
                .toArray();
    }

    /** The bins, as numbered in the marks, that lie in none of the candidates. */
    static int[] binsOutside(PooledShares shares, List<Candidate> candidates) {
        boolean[] inside = new boolean[shares.size()];
        candidates.forEach(candidate -> Arrays.fill(inside, candidate.from, candidate.to, true));
        return IntStream.range(0, inside.length)
                .filter(i -> !inside[i])
                .map(shares::bin)
                .toArray();
    }

    /** Its time. */
    OutageWindow window(PooledShares shares, Bins bins) {
        return new OutageWindow(bins.start(shares.bin(from)), bins.start(shares.bin(to)));
    }
}
