package org.ausfall.core.backtest;

/**
 * How the method has done so far: of so many losses that companies later reported, the 90 % ranges held so many, each event left out
 * of what its own estimate was made from.
 *
 * @param inside how many the ranges held
 * @param events of how many
 */
public record TrackRecord(int inside, int events) {
    /** Checks the counts. */
    public TrackRecord {
        if (inside < 0 || inside > events || events == 0) {
            throw new IllegalArgumentException("no track record: " + inside + " of " + events);
        }
    }
}
