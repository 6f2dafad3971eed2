package org.ausfall.core.detection;

import java.time.Duration;
import java.util.List;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Share;

/**
 * A stretch of time in which many sites were above the threshold at once.
 *
 * @param window from when half of those that took part were above, until half were no longer
 * @param startGive how far the start may be off: a polling interval or a bin, whichever is longer, or a gap in the measurements
 * @param endGive how far the end may be off
 * @param startsBefore whether it was under way when the measurements began, so that the start is theirs and not its own
 * @param endsAfter whether it was not over when they ended
 * @param peakAbove how many sites were above in the bin with the largest share
 * @param peakMeasured how many were measured in that bin
 * @param usual which share of the sites is above at other times, around it
 * @param excess which part of the sites that are usually below was above at its height
 * @param participants the sites that took part, by name
 * @param seenFrom how many locations saw it
 * @param locations of how many that measured then; zero if there were too many locations to keep count
 * @param quiet what the rest of the measurements looks like beside it
 */
public record DetectedOutage(
        OutageWindow window,
        Duration startGive,
        Duration endGive,
        boolean startsBefore,
        boolean endsAfter,
        int peakAbove,
        int peakMeasured,
        Share usual,
        Share excess,
        List<Participant> participants,
        int seenFrom,
        int locations,
        QuietStretches quiet) {
    /** Copies the sites. */
    public DetectedOutage {
        participants = List.copyOf(participants);
    }

    /** The share of the sites above in the bin with the largest. */
    public Share atPeak() {
        return Share.of(peakAbove, peakMeasured);
    }
}
