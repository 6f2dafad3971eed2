package org.ausfall.report.json;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ausfall.core.exposure.CountRange;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.GroupShares;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.PlaceboCounts;
import org.ausfall.core.exposure.ShareAt;
import org.ausfall.core.exposure.SiteCertainty;
import org.ausfall.core.measurement.Downtime;
import org.ausfall.core.precision.LocationEvidence;
import org.ausfall.core.precision.Shift;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.precision.Slowness;
import org.ausfall.core.quantity.Share;

/** What only raw measurements tell of who was touched, and the share by group. */
final class MeasuredJson {
    private MeasuredJson() {}

    static void groups(JsonText json, GroupShares groups) {
        json.object("groups", object -> {
            object.text("column", groups.column());
            object.objects("groups", groups.groups(), (one, group) -> {
                one.text("value", group.value());
                one.count("listed", group.listed());
                one.count("measurable", group.measurable());
                one.count("affected", group.affected());
                one.number("share", group.share().map(Share::fraction));
            });
        });
    }

    static void write(JsonText json, Exposure exposure, MeasuredExposure measured) {
        json.object("measured", object -> {
            object.flag("range_quotable", measured.isQuotable());
            object.number("typical_standard_error", measured.typicalError());
            object.object("affected", count -> range(count, measured.counts()));
            object.objects("curve_ranges", measured.curve(), MeasuredJson::range);
            object.object("placebo", placebo -> placebo(placebo, exposure, measured.placebo()));
            object.objects("over_time", measured.overTime(), MeasuredJson::share);
            object.objects("sites", measured.sites(), MeasuredJson::site);
        });
    }

    private static void range(JsonText json, CountRange range) {
        json.count("p05", range.p05());
        json.count("p50", range.p50());
        json.count("p95", range.p95());
    }

    private static void placebo(JsonText json, Exposure exposure, PlaceboCounts placebo) {
        json.number("median", placebo.median().map(Integer::doubleValue));
        json.number("p95", placebo.p95().map(Integer::doubleValue));
        json.number("excess", placebo.excess(exposure.affected()).map(Integer::doubleValue));
        json.objects("windows", placebo.windows(), (window, count) -> {
            window.text("start", count.window().window().start().toString());
            window.flag("same_hours", count.window().sameHours());
            window.flag("same_weekday", count.window().sameWeekday());
            window.count("measurable", count.measurable());
            window.count("affected", count.affected());
        });
    }

    private static void share(JsonText json, ShareAt share) {
        json.text("start", share.start().toString());
        json.count("measured", share.measured());
        json.count("above", share.above());
        json.number("normal_share_low", boxed(share.normalLow()));
        json.number("normal_share_high", boxed(share.normalHigh()));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static void site(JsonText json, SiteCertainty site) {
        SiteEvidence evidence = site.evidence();
        json.text("id", site.finding().retailer().id());
        json.number("affected_probability", site.affectedProbability());
        json.flag("borderline", site.isBorderline());
        boolean resampled = site.hasRange();
        json.number(
                "slowdown_p05", resampled ? Optional.of(evidence.replicates().quantile(0.05)) : Optional.empty());
        json.number(
                "slowdown_p95", resampled ? Optional.of(evidence.replicates().quantile(0.95)) : Optional.empty());
        json.number(
                "slowdown_standard_error",
                resampled ? Optional.of(evidence.replicates().standardError()) : Optional.empty());
        slowness(json, evidence.slowness());
        shift(json, "shift", evidence.shift());
        json.number("worst_30min_slowdown", evidence.worst().map(worst -> worst.slowdown()));
        json.text(
                "worst_30min_start", evidence.worst().map(worst -> worst.start().toString()));
        json.text("start", site.course().start().map(Instant::toString));
        json.text("end", site.course().end().map(Instant::toString));
        json.number("percent_minutes", site.course().percentMinutes());
        json.number("down_minutes", site.course().downMinutes());
        json.objects("downtimes", evidence.downtimes(), MeasuredJson::downtime);
        json.text("baseline", evidence.baselineLevel());
        json.count("baseline_windows_left_out", evidence.slotsLeftOut());
        json.objects("locations", evidence.locations(), MeasuredJson::location);
    }

    private static void downtime(JsonText json, Downtime downtime) {
        json.text("start", downtime.start().toString());
        json.text("end", downtime.end().map(Instant::toString));
    }

    private static void location(JsonText json, LocationEvidence location) {
        json.text("location", location.location());
        json.text("baseline", location.baselineLevel());
        json.count("n_before", location.before());
        json.count("n_during", location.during());
        json.number("availability", location.availability().map(Share::fraction));
        slowness(json, location.slowness());
        shift(json, "shift_ms", location.shiftMs());
    }

    private static void slowness(JsonText json, Optional<Slowness> slowness) {
        json.number("slowdown", slowness.map(Slowness::median));
        json.number("mean_slowdown", slowness.map(Slowness::mean));
        json.number("p95_slowdown", slowness.map(Slowness::p95));
        json.number("excess_ms", slowness.map(Slowness::excessMs));
    }

    private static void shift(JsonText json, String name, Optional<Shift> shift) {
        json.number(name, shift.map(Shift::estimate));
        json.number(name + "_lower", shift.map(Shift::lower));
        json.number(name + "_upper", shift.map(Shift::upper));
        json.number(name + "_p", shift.map(Shift::roundedP));
    }
}
