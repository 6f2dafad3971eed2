package org.ausfall.report.wording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ausfall.core.detection.DetectedOutage;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.detection.PooledShares;
import org.ausfall.core.detection.QuietStretches;
import org.ausfall.core.quantity.OutageWindow;

/** A look for outages in words. */
public final class DetectionText {
    private static final int SHOWN_SITES = 8;
    private static final Duration LONGEST_IN_FEW_DAYS = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofHours(36);

    private final Detection detection;

    /** The words for a detection. */
    public DetectionText(Detection detection) {
        this.detection = detection;
    }

    /** What was looked at, in one line. */
    public String lookedAt() {
        PooledShares shares = detection.shares();
        if (shares.size() == 0 && !detection.tooSeldom().isEmpty()) {
            return "No site could be judged.";
        }
        if (shares.size() == 0) {
            return "No site has enough measurements to know what is usual for it: 8 that succeeded, from one location.";
        }
        OutageWindow all = new OutageWindow(shares.start(0), shares.start(0).plus(detection.length()));
        return "Looked at " + Counted.of(detection.sites(), "site", "sites") + " from "
                + Counted.of(detection.locations(), "location", "locations") + ", " + EventText.window(all)
                + ", measured every " + length(detection.marking().interval())
                + ", for stretches in which many were at least "
                + detection.marking().threshold().percent() + " % slower than usual, or failing, at once.";
    }

    /** How many outages were found. */
    public String found() {
        int count = detection.outages().size();
        return count == 0 ? "No outage found." : Counted.of(count, "outage", "outages") + " found.";
    }

    /** Stretches that are no outage, because they were seen from too few locations; a sentence each. */
    public List<String> localTroubles() {
        return detection.localTroubles().stream()
                .map(window -> "Not an outage: " + EventText.window(window)
                        + ", when many sites were slow or failing, but at half of the locations or fewer.")
                .toList();
    }

    /** What to know before relying on it; empty if there is nothing. */
    public List<String> cautions() {
        List<String> cautions = new ArrayList<>(notJudged());
        if (detection.shares().size() > 0 && detection.shares().areTooFewDays()) {
            cautions.add(
                    "Fewer than 5 days of measurements: what is usual at an hour of the day cannot be known from them. Sites are "
                            + "compared with the hours around, so a slowdown of more than 6 hours, and one of more than 2 hours "
                            + "close to the first or last measurement, cannot be seen, or not to its end.");
        }
        if (detection.sites() > 0 && detection.sites() < 3) {
            cautions.add("With " + Counted.of(detection.sites(), "site", "sites")
                    + " an outage of many cannot be told from a trouble of their own.");
        }
        if (detection.locations() == 1) {
            cautions.add(
                    "Measured from one location only: a trouble of that location cannot be told from one of the sites.");
        }
        return cautions;
    }

    /** The sites that were measured and yet could not be judged, and why; a sentence for each reason. */
    private List<String> notJudged() {
        List<String> sentences = new ArrayList<>();
        if (!detection.tooSeldom().isEmpty()) {
            sentences.add(tooSeldom() + " A longer --bin takes "
                    + Counted.word(detection.tooSeldom().size(), "it", "them") + " in.");
        }
        if (!detection.tooFew().isEmpty() && detection.sites() > 0) {
            sentences.add(Counted.of(detection.tooFew().size(), "site has", "sites have")
                    + " fewer than 8 measurements that succeeded from any one location, and could not be judged: "
                    + shown(detection.tooFew()));
        }
        return sentences;
    }

    private String tooSeldom() {
        return Counted.of(detection.tooSeldom().size(), "site is", "sites are") + " asked less often than every "
                + length(detection.marking().bins().length()) + " from most of the locations, and could not be judged: "
                + shown(detection.tooSeldom());
    }

    /** When an outage was: {@code 2017-02-28 17:35-21:55 UTC (4 h 20 min), either end give or take 5 min}. */
    public static String when(DetectedOutage outage) {
        return EventText.window(outage.window()) + " (" + length(outage.window().duration()) + "), " + give(outage);
    }

    /** What was found without it, beside a window that was given: when the outages that share time with it were, and others. */
    public String beside(OutageWindow given) {
        List<DetectedOutage> there = detection.outages().stream()
                .filter(outage -> outage.window().overlaps(given))
                .toList();
        List<DetectedOutage> elsewhere = detection.outages().stream()
                .filter(outage -> !outage.window().overlaps(given))
                .toList();
        return (there.isEmpty()
                        ? nothing(given)
                        : "Without the given window, the measurements show " + list(there) + ".")
                + (elsewhere.isEmpty() ? "" : " They also show " + list(elsewhere) + ".")
                + (detection.tooSeldom().isEmpty() ? "" : " " + tooSeldom());
    }

    /** Where nothing was found at the time of a given window: of one too long to be seen, that says nothing. */
    private String nothing(OutageWindow given) {
        boolean few = detection.shares().areTooFewDays();
        String slow = detection.marking().threshold().percent() + " % slower than usual, or failing";
        return given.duration().compareTo(few ? LONGEST_IN_FEW_DAYS : LONGEST) > 0
                ? "Whether an outage (many sites at least " + slow
                        + ") stands out at that time without the given window cannot be "
                        + "said: the window is longer than the "
                        + (few
                                ? "6 hours that can be seen with fewer than 5 days of measurements."
                                : "36 hours that can be seen.")
                : "Without the given window, no outage of three sites or more, and of 15 % of them, at least " + slow
                        + ", stands out from the measurements at that time.";
    }

    private static String list(List<DetectedOutage> outages) {
        return outages.stream()
                .map(outage -> "an outage of "
                        + Counted.of(outage.participants().size(), "site", "sites") + " at " + when(outage))
                .collect(Collectors.joining("; "));
    }

    /** Who took part, from where it was seen, and how sure that is; a sentence each. */
    public List<String> details(DetectedOutage outage) {
        return List.of(took(outage), sites(outage), seen(outage), confidence(outage.quiet()));
    }

    private static String give(DetectedOutage outage) {
        boolean same = !outage.startsBefore()
                && !outage.endsAfter()
                && outage.startGive().equals(outage.endGive());
        if (same) {
            return "either end give or take " + length(outage.startGive());
        }
        String start = outage.startsBefore()
                ? "under way when the measurements began"
                : "the start give or take " + length(outage.startGive());
        String end = outage.endsAfter()
                ? "not over when the measurements ended"
                : "the end give or take " + length(outage.endGive());
        return start + ", " + end;
    }

    private static String took(DetectedOutage outage) {
        return Counted.of(outage.participants().size(), "site", "sites") + " took part; at the peak "
                + outage.peakAbove() + " of " + outage.peakMeasured() + " were slow or failing at once, "
                + PercentText.share(outage.atPeak().fraction()) + " (usually "
                + PercentText.share(outage.usual().fraction()) + " or less).";
    }

    private static String seen(DetectedOutage outage) {
        return outage.locations() == 0
                ? "There are too many locations to say from how many it was seen."
                : "Seen from " + outage.seenFrom() + " of " + Counted.of(outage.locations(), "location", "locations")
                        + ".";
    }

    private static String confidence(QuietStretches quiet) {
        if (quiet.stretches() == 0) {
            return "Confidence unknown: there is no quiet stretch as long as it to compare with.";
        }
        String all = Counted.of(quiet.stretches(), "quiet stretch", "quiet stretches") + " as long as it ";
        String others = quiet.highest().fraction() == 0
                ? "none had more slow sites than usual."
                : (quiet.asHigh() == 0 ? "none" : String.valueOf(quiet.asHigh()))
                        + " had as many slow sites; the highest had "
                        + PercentText.share(quiet.highest().fraction()) + " of the sites more than usual.";
        return "Confidence " + PercentText.share(quiet.confidence().orElse(0)) + ": of " + all + others;
    }

    /** The sites that took part, the first few of many. */
    private static String sites(DetectedOutage outage) {
        List<String> names =
                outage.participants().stream().map(site -> site.site()).toList();
        return "Sites: " + shown(names);
    }

    private static String shown(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN_SITES, names.size())));
        return shown + (names.size() <= SHOWN_SITES ? "." : " and " + (names.size() - SHOWN_SITES) + " more.");
    }

    /** {@code 4 h 20 min}, {@code 5 min}, {@code 30 s}. */
    static String length(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit);
        }
    }
}
