package org.ausfall.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.detection.DetectedOutage;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.detection.Participant;
import org.ausfall.core.detection.PooledShares;

/** The tables of a look for outages. Outages are numbered from 1 in the order of time. */
public final class DetectionSheets {
    private record Numbered(int number, DetectedOutage outage) {}

    private record TookPart(int outage, Participant site) {}

    private static final Layout<Numbered> WINDOWS = Layout.<Numbered>empty()
            .count("outage", row -> row.number())
            .text("start", row -> row.outage().window().start().toString())
            .text("end", row -> row.outage().window().end().toString())
            .count("start_plus_minus_s", row -> row.outage().startGive().toSeconds())
            .count("end_plus_minus_s", row -> row.outage().endGive().toSeconds())
            .text(
                    "started_before_measurements",
                    row -> String.valueOf(row.outage().startsBefore()))
            .text("not_over_at_their_end", row -> String.valueOf(row.outage().endsAfter()))
            .count("sites", row -> row.outage().participants().size())
            .count("peak_above", row -> row.outage().peakAbove())
            .count("peak_measured", row -> row.outage().peakMeasured())
            .number("peak_share", row -> row.outage().atPeak().fraction())
            .number("usual_share", row -> row.outage().usual().fraction())
            .count("seen_from", row -> row.outage().seenFrom())
            .count("locations", row -> row.outage().locations())
            .count("quiet_stretches", row -> row.outage().quiet().stretches())
            .count("quiet_as_high", row -> row.outage().quiet().asHigh())
            .number("quiet_highest", row -> row.outage().quiet().highest().fraction())
            .with("confidence", Sheet.Kind.NUMBER, DetectionSheets::confidence);

    private static final Layout<TookPart> SITES = Layout.<TookPart>empty()
            .count("outage", row -> row.outage())
            .text("site", row -> row.site().site())
            .text("start", row -> row.site().start().toString())
            .text("end", row -> row.site().end().toString())
            .number("share_of_bins_above", row -> row.site().above().fraction());

    private DetectionSheets() {}

    private static Cell confidence(Numbered row) {
        return row.outage().quiet().confidence().isPresent()
                ? Cell.of(row.outage().quiet().confidence().getAsDouble())
                : Cell.blank();
    }

    /** One row an outage. */
    public static Sheet windows(Detection detection) {
        return WINDOWS.fill("windows", numbered(detection));
    }

    /** One row an outage and site that took part. */
    public static Sheet sites(Detection detection) {
        List<TookPart> rows = new ArrayList<>();
        for (Numbered one : numbered(detection)) {
            one.outage().participants().forEach(site -> rows.add(new TookPart(one.number(), site)));
        }
        return SITES.fill("sites", rows);
    }

    /** One row a bin in which a site was measured. */
    public static Sheet shares(PooledShares shares) {
        Layout<Integer> layout = Layout.<Integer>empty()
                .text("bin_start", i -> shares.start(i).toString())
                .count("measured", i -> shares.measured(i))
                .count("above", i -> shares.above(i))
                .number("share", i -> (double) shares.above(i) / shares.measured(i))
                .number("usual_share", i -> shares.usual(i));
        return layout.fill(
                "share",
                IntStream.range(0, shares.size())
                        .filter(i -> shares.measured(i) > 0)
                        .boxed()
                        .toList());
    }

    private static List<Numbered> numbered(Detection detection) {
        return IntStream.range(0, detection.outages().size())
                .mapToObj(i -> new Numbered(i + 1, detection.outages().get(i)))
                .toList();
    }
}
