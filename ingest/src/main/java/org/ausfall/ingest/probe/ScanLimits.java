package org.ausfall.ingest.probe;

import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * What input may cost. Passing a limit is a {@link org.ausfall.core.problem.Reason#TOO_LARGE} problem, never a lack of memory.
 *
 * @param rowBytes the longest row; a longer one is a bad row
 * @param rowLines the most physical lines one row may span; a quote that is not closed by then costs its first line only
 * @param columns the most columns of a header
 * @param sites the most different sites, and as many locations; more refuse the scan
 * @param expansion how many times its compressed size a file may take; more refuse the scan
 * @param badShare the share of bad rows above which a file is refused
 */
public record ScanLimits(int rowBytes, int rowLines, int columns, int sites, int expansion, double badShare) {
    /** Rows of 1 MiB and 100 lines, 1,000 columns, 100,000 sites, 500-fold expansion, half of the rows bad. */
    public static final ScanLimits DEFAULT = new ScanLimits(1 << 20, 100, 1_000, 100_000, 500, 0.5);

    private static final int LARGEST_ROW = 1 << 26;

    /** Checks that each limit leaves room for something. */
    public ScanLimits {
        check("rowBytes", rowBytes, LARGEST_ROW);
        check("rowLines", rowLines, Integer.MAX_VALUE);
        check("columns", columns, 100_000);
        check("sites", sites, 10_000_000);
        check("expansion", expansion, Integer.MAX_VALUE);
        if (!(badShare >= 0 && badShare <= 1)) {
            throw new IllegalArgumentException("badShare must be between 0 and 1, was " + badShare);
        }
    }

    /** Refuses names when there are more different ones than sites may be. */
    public void checkNames(long sitesSeen, long locationsSeen) {
        if (sitesSeen > sites || locationsSeen > sites) {
            throw tooManyNames();
        }
    }

    ScanRefusal tooManyNames() {
        return new ScanRefusal(Problem.file(
                Place.of(""),
                "",
                Reason.TOO_LARGE,
                "there are too many different sites or locations; raise the limit of " + sites
                        + " sites if that is right"));
    }

    /** The same limits with another share of bad rows. */
    public ScanLimits withBadShare(double share) {
        return new ScanLimits(rowBytes, rowLines, columns, sites, expansion, share);
    }

    private static void check(String name, int value, int highest) {
        if (value < 1 || value > highest) {
            throw new IllegalArgumentException(name + " must be between 1 and " + highest + ", was " + value);
        }
    }
}
