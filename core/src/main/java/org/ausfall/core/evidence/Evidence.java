package org.ausfall.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.problem.Problem;

/**
 * Everything read about one event, in a fixed order: retailers and sites by id, companies by ticker. The order of rows in the files
 * therefore changes nothing.
 *
 * @param event the outage
 * @param retailers the monitored population, ids unique
 * @param sites at most one summary a retailer; a retailer without one is not measurable
 * @param companies listed companies, tickers unique
 * @param published what others said
 * @param inputs the files behind all this
 * @param problems what was wrong with them, single rows of raw measurements not included
 * @param raw what stands behind the sites, if they were computed from raw measurements
 */
public record Evidence(
        OutageEvent event,
        List<Retailer> retailers,
        List<SiteSummary> sites,
        List<Company> companies,
        List<PublishedFigure> published,
        List<InputFile> inputs,
        List<Problem> problems,
        Optional<RawMeasurements> raw) {
    /** Puts everything into its fixed order. */
    public Evidence {
        retailers = sorted(retailers, Comparator.comparing(Retailer::id));
        sites = sorted(sites, Comparator.comparing(SiteSummary::retailerId));
        companies = sorted(companies, Comparator.comparing(Company::ticker));
        published = List.copyOf(published);
        inputs = List.copyOf(inputs);
        problems = List.copyOf(problems);
    }

    /** Evidence whose sites were not computed from raw measurements. */
    public Evidence(
            OutageEvent event,
            List<Retailer> retailers,
            List<SiteSummary> sites,
            List<Company> companies,
            List<PublishedFigure> published,
            List<InputFile> inputs,
            List<Problem> problems) {
        this(event, retailers, sites, companies, published, inputs, problems, Optional.empty());
    }

    /**
     * How hard a retailer's site was hit over the outage window, bin by bin. Empty where only a summary is known, or nobody measured
     * the site.
     */
    public Optional<SeveritySeries> severity(String retailerId) {
        return raw.flatMap(all -> Optional.ofNullable(all.sites().get(retailerId)))
                .map(SiteEvidence::severity);
    }

    /** How many rows of all files could not be used. */
    public long rejectedRows() {
        long ofTables = problems.stream()
                .filter(problem -> problem.effect() == Problem.Effect.ROW_REJECTED)
                .count();
        return ofTables + raw.map(RawMeasurements::rejectedRows).orElse(0L);
    }

    /** The same evidence with more problems, after those already there. */
    public Evidence withProblems(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Evidence(event, retailers, sites, companies, published, inputs, all, raw);
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }
}
