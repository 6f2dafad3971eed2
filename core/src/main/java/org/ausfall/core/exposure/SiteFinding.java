package org.ausfall.core.exposure;

import java.util.Optional;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.quantity.Slowdown;

/**
 * What was found of one retailer.
 *
 * @param retailer who
 * @param summary what was seen, if anything was
 * @param state the verdict
 * @param from what the verdict rests on
 * @param slowdown the slowdown, where a figure is known
 * @param why why the site is not measurable; empty otherwise
 */
public record SiteFinding(
        Retailer retailer,
        Optional<SiteSummary> summary,
        SiteState state,
        ClassifiedFrom from,
        Optional<Slowdown> slowdown,
        String why) {

    /** Where the site's times or state come from; unknown where nothing was seen. */
    public Provenance provenance() {
        return summary.map(SiteSummary::provenance).orElse(Provenance.UNKNOWN);
    }

    /** Whether what was seen is reconstructed. */
    public boolean reconstructed() {
        return provenance() == Provenance.RECONSTRUCTED;
    }
}
