package org.ausfall.report.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.exposure.SiteFinding;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.report.wording.SixDigits;

/** One row a retailer, from the hardest hit to those of which nothing is known. */
public final class RetailerSheet {
    private static final Layout<SiteFinding> LAYOUT = Layout.<SiteFinding>empty()
            .text("id", site -> site.retailer().id())
            .text("name", site -> site.retailer().name())
            .with("before_ms", Sheet.Kind.NUMBER, site -> time(site, SiteSummary::beforeMs))
            .with("during_ms", Sheet.Kind.NUMBER, site -> time(site, SiteSummary::duringMs))
            .with("slowdown", Sheet.Kind.NUMBER, site -> Cell.of(site.slowdown().map(Slowdown::ratio)))
            .with("factor", Sheet.Kind.NUMBER, site -> Cell.of(site.slowdown().map(Slowdown::factor)))
            .with("availability", Sheet.Kind.NUMBER, RetailerSheet::availability)
            .text("state", site -> site.state().code())
            .text("classified_from", site -> site.from().code())
            .text("provenance", site -> site.provenance().code())
            .with(
                    "web_sales_usd",
                    Sheet.Kind.NUMBER,
                    site -> Cell.of(site.retailer().webSales().map(Money::usd)))
            .text("web_sales_provenance", site -> site.retailer().provenance().code())
            .text("source", RetailerSheet::source);

    private RetailerSheet() {}

    /** The sheet {@code retailers}. */
    public static Sheet of(Findings findings) {
        return LAYOUT.fill("retailers", findings.exposure().ranking());
    }

    private static Cell time(SiteFinding site, Function<SiteSummary, Optional<BigDecimal>> which) {
        return Cell.exact(site.summary().flatMap(which).map(SixDigits::toMicrosecond));
    }

    private static Cell availability(SiteFinding site) {
        return Cell.of(site.summary().flatMap(SiteSummary::availability).map(Share::fraction));
    }

    private static String source(SiteFinding site) {
        return site.summary().map(SiteSummary::source).orElse(site.retailer().source());
    }
}
