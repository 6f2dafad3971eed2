package org.ausfall.report.json;

import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.exposure.ThresholdPoint;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.report.wording.SixDigits;

/** Who was touched. */
final class ExposureJson {
    private ExposureJson() {}

    static void write(JsonText json, Exposure exposure) {
        json.object("exposure", object -> {
            object.text("profile", exposure.profile().code());
            object.number("threshold", exposure.threshold().ratio().doubleValue());
            object.count("listed", exposure.listed());
            object.count("measurable", exposure.measurable());
            object.count("affected", exposure.affected());
            object.count("down", exposure.down());
            object.count("reconstructed", exposure.reconstructed());
            object.number("affected_share", exposure.share().map(Share::fraction));
            object.number("sales_weighted_share", exposure.salesWeightedShare().map(Share::fraction));
            object.objects("curve", exposure.curve(), ExposureJson::point);
            object.objects("sites", exposure.ranking(), ExposureJson::site);
            exposure.groups().ifPresent(groups -> MeasuredJson.groups(object, groups));
            exposure.measured().ifPresent(measured -> MeasuredJson.write(object, exposure, measured));
        });
    }

    private static void point(JsonText json, ThresholdPoint point) {
        json.number("threshold", point.threshold().ratio().doubleValue());
        json.count("measurable", point.measurable());
        json.count("affected", point.affected());
        json.count("reconstructed", point.reconstructed());
        json.number("share", point.share().map(Share::fraction));
    }

    private static void site(JsonText json, SiteFinding site) {
        json.text("id", site.retailer().id());
        json.text("name", site.retailer().name());
        json.text("ticker", site.retailer().ticker());
        json.text("state", site.state().code());
        json.text("classified_from", site.from().code());
        json.exact("before_ms", site.summary().flatMap(SiteSummary::beforeMs).map(SixDigits::toMicrosecond));
        json.exact("during_ms", site.summary().flatMap(SiteSummary::duringMs).map(SixDigits::toMicrosecond));
        json.number("slowdown", site.slowdown().map(Slowdown::ratio));
        json.number("factor", site.slowdown().map(Slowdown::factor));
        json.number(
                "availability",
                site.summary().flatMap(SiteSummary::availability).map(Share::fraction));
        json.text("provenance", site.provenance().code());
        json.number("web_sales_usd", site.retailer().webSales().map(Money::usd));
        json.text("web_sales_provenance", site.retailer().provenance().code());
        json.text("why", site.why());
        json.text(
                "source",
                site.summary().map(SiteSummary::source).orElse(site.retailer().source()));
    }
}
