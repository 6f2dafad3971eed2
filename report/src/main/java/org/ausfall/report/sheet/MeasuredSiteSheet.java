package org.ausfall.report.sheet;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.precision.Shift;
import org.ausfall.core.precision.Slowness;
import org.ausfall.core.precision.Worst;

/** One row a measurable site, by id: how hard it was hit by every measure, how sure that is, and when. Slowdowns are ratios. */
public final class MeasuredSiteSheet {
    private static final Layout<SiteCertainty> LAYOUT = Layout.<SiteCertainty>empty()
            .text("id", site -> site.finding().retailer().id())
            .text("name", site -> site.finding().retailer().name())
            .text("state", site -> site.finding().state().code())
            .number("affected_probability", SiteCertainty::affectedProbability)
            .with("slowdown", Sheet.Kind.NUMBER, site -> slowness(site, Slowness::median))
            .with("slowdown_p05", Sheet.Kind.NUMBER, site -> quantile(site, 0.05))
            .with("slowdown_p95", Sheet.Kind.NUMBER, site -> quantile(site, 0.95))
            .with(
                    "slowdown_standard_error",
                    Sheet.Kind.NUMBER,
                    site -> site.hasRange()
                            ? Cell.of(site.evidence().replicates().standardError())
                            : Cell.blank())
            .with("mean_slowdown", Sheet.Kind.NUMBER, site -> slowness(site, Slowness::mean))
            .with("p95_slowdown", Sheet.Kind.NUMBER, site -> slowness(site, Slowness::p95))
            .with(
                    "worst_30min_slowdown",
                    Sheet.Kind.NUMBER,
                    site -> Cell.of(site.evidence().worst().map(Worst::slowdown)))
            .text("worst_30min_start", site -> moment(site.evidence().worst().map(Worst::start)))
            .with("excess_ms", Sheet.Kind.NUMBER, site -> slowness(site, Slowness::excessMs))
            .with("shift", Sheet.Kind.NUMBER, site -> shift(site, Shift::estimate))
            .with("shift_lower", Sheet.Kind.NUMBER, site -> shift(site, Shift::lower))
            .with("shift_upper", Sheet.Kind.NUMBER, site -> shift(site, Shift::upper))
            .with("shift_p", Sheet.Kind.NUMBER, site -> shift(site, Shift::roundedP))
            .text("start", site -> moment(site.course().start()))
            .text("end", site -> moment(site.course().end()))
            .number("percent_minutes", site -> site.course().percentMinutes())
            .number("down_minutes", site -> site.course().downMinutes())
            .text("baseline", site -> site.evidence().baselineLevel())
            .count("baseline_windows_left_out", site -> site.evidence().slotsLeftOut());

    private MeasuredSiteSheet() {}

    /** The sheet {@code measured-sites}. */
    public static Sheet of(MeasuredExposure measured) {
        return LAYOUT.fill("measured-sites", measured.sites());
    }

    private static Cell slowness(SiteCertainty site, ToDoubleFunction<Slowness> which) {
        return Cell.of(site.evidence().slowness().map(which::applyAsDouble));
    }

    private static Cell quantile(SiteCertainty site, double p) {
        return site.hasRange() ? Cell.of(site.evidence().replicates().quantile(p)) : Cell.blank();
    }

    private static Cell shift(SiteCertainty site, ToDoubleFunction<Shift> which) {
        return Cell.of(site.evidence().shift().map(which::applyAsDouble));
    }

    private static String moment(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }
}
