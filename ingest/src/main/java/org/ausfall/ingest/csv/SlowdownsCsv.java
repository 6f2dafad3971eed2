package org.ausfall.ingest.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;

/**
 * {@code slowdowns.csv} in an event folder: what each monitored site did, summed up over the outage. One row a retailer; a retailer
 * without a row is not measurable. Every value but key and provenance may be blank, which means unknown.
 *
 * <pre>
 * column           type                          meaning
 * retailer         text, unique                  key of a row in retailers.csv
 * name             text                          the name as the source gives it
 * before_ms        number above 0, ms            load time before the outage
 * during_ms        number above 0, ms            load time during the outage
 * availability     fraction in [0, 1]            probes answered during the outage, relative to before
 * slowdown_pct     number from -100, percent     published slowdown, (during - before) / before
 * state_published  down, affected, not_affected  published state, at the event's published threshold
 * provenance       measured, reported, ...       one of the words of {@link Provenance}
 * source           text                          citation
 * </pre>
 *
 * <p>Where a row says the same thing twice and differently, the first of times, percent and state is used, and the row is noted: a
 * percent more than one point from that of the times, or a state that the slowdown does not bear out.
 */
public final class SlowdownsCsv implements CsvSchema<SiteSummary> {
    private static final List<String> COLUMNS = List.of(
            "retailer",
            "name",
            "before_ms",
            "during_ms",
            "availability",
            "slowdown_pct",
            "state_published",
            "provenance",
            "source");
    private static final Codes<PublishedState> STATES = Codes.of(PublishedState.values(), PublishedState::code);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Listing retailers;
    private final Optional<Threshold> threshold;

    /**
     * The schema for one event.
     *
     * @param retailers the retailers a row may name
     * @param threshold the threshold behind published states; without it they are not compared with figures
     */
    public SlowdownsCsv(Listing retailers, Optional<Threshold> threshold) {
        this.retailers = retailers;
        this.threshold = threshold;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("retailer");
    }

    @Override
    public Optional<SiteSummary> parse(CsvRow row) {
        String retailer = row.requiredText("retailer");
        if (!retailer.isEmpty() && !retailers.has(retailer)) {
            row.reject(
                    "retailer",
                    Reason.UNKNOWN_RETAILER,
                    retailers.absence(retailer) + "; correct the id or add the row");
        }
        Optional<BigDecimal> before = row.positive("before_ms", "load times");
        Optional<BigDecimal> during = row.positive("during_ms", "load times");
        Optional<Share> availability = row.share("availability");
        Optional<Slowdown> percent = percent(row);
        Optional<PublishedState> state = row.code("state_published", STATES);
        Provenance provenance =
                row.required("provenance", row.code("provenance", RetailersCsv.PROVENANCES), Provenance.UNKNOWN);
        Optional<SiteSummary> site = row.build(() -> new SiteSummary(
                retailer,
                row.text("name"),
                before,
                during,
                availability,
                percent,
                state,
                provenance,
                row.text("source"),
                row.place()));
        site.ifPresent(summary -> noteContradictions(row, summary));
        return site;
    }

    private static Optional<Slowdown> percent(CsvRow row) {
        return row.decimal("slowdown_pct")
                .filter(percent -> percent.add(PERCENT).signum() >= 0
                        || row.reject(
                                "slowdown_pct",
                                Reason.OUT_OF_RANGE,
                                "nothing is faster than -100 %; the slowdown is (during - before) / before"))
                .map(Slowdown::ofPercent);
    }

    private void noteContradictions(CsvRow row, SiteSummary site) {
        Optional<Slowdown> measured = site.measuredSlowdown();
        measured.ifPresent(times -> site.publishedSlowdown().ifPresent(percent -> compare(row, times, percent)));
        measured.or(site::publishedSlowdown)
                .ifPresent(used ->
                        site.publishedState().ifPresent(state -> compare(row, used, state, measured.isPresent())));
    }

    private static void compare(CsvRow row, Slowdown times, Slowdown percent) {
        BigDecimal fromTimes = wholePercent(times);
        if (fromTimes.subtract(wholePercent(percent)).abs().compareTo(BigDecimal.ONE) > 0) {
            row.note(
                    "slowdown_pct",
                    Reason.CONTRADICTION,
                    "the times give " + fromTimes.toPlainString() + " %; the times are used");
        }
    }

    private static BigDecimal wholePercent(Slowdown slowdown) {
        return slowdown.change().multiply(PERCENT).divide(slowdown.base(), 0, RoundingMode.HALF_UP);
    }

    private void compare(CsvRow row, Slowdown used, PublishedState state, boolean fromTimes) {
        threshold
                .filter(limit -> !agrees(used, state, limit))
                .ifPresent(limit -> row.note(
                        "state_published",
                        Reason.CONTRADICTION,
                        (fromTimes ? "the times give " : "the percent gives ")
                                + wholePercent(used).toPlainString() + " % where the published threshold is "
                                + limit.percent() + " %; "
                                + (fromTimes ? "the times are used" : "the percent is used")));
    }

    /** A site that was down has no load time, so that any slowdown speaks against it. */
    private static boolean agrees(Slowdown slowdown, PublishedState state, Threshold threshold) {
        return switch (state) {
            case DOWN -> false;
            case AFFECTED -> slowdown.reaches(threshold);
            case NOT_AFFECTED -> !slowdown.reaches(threshold);
        };
    }

    /**
     * Writes the sites as a file of this format; reading it gives them back, but for their place.
     *
     * @throws IOException if the target cannot be written
     */
    public static void write(List<SiteSummary> sites, Appendable target) throws IOException {
        CsvWriting rows = new CsvWriting(target, COLUMNS);
        for (SiteSummary site : sites) {
            rows.row(
                    site.retailerId(),
                    site.name(),
                    CsvWriting.number(site.beforeMs()),
                    CsvWriting.number(site.duringMs()),
                    CsvWriting.number(site.availability()
                            .map(share -> CsvWriting.shortest(BigDecimal.valueOf(share.fraction())))),
                    CsvWriting.number(site.publishedSlowdown().map(SlowdownsCsv::percent)),
                    site.publishedState().map(PublishedState::code).orElse(""),
                    site.provenance().code(),
                    site.source());
        }
    }

    private static BigDecimal percent(Slowdown slowdown) {
        return slowdown.base().compareTo(PERCENT) == 0
                ? slowdown.change()
                : slowdown.change().multiply(PERCENT).divide(slowdown.base(), MathContext.DECIMAL64);
    }
}
