package org.ausfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.loss.Approach;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.NotEstimated;
import org.ausfall.core.loss.PopulationLoss;

/** Made-up findings of the size of the founding case: 100 retailers, 500 companies, 11 sectors, 70 beliefs. */
public final class LargeSample {
    private static final long SEED = 20170228;

    private LargeSample() {}

    /** The findings. */
    public static Findings findings() {
        List<Retailer> retailers = new ArrayList<>();
        List<SiteSummary> sites = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 1; i <= 100; i++) {
            boolean named = i <= 15;
            String id = String.format(Locale.ROOT, named ? "shop-%03d" : "r-%03d", i);
            retailers.add(SampleFindings.retailer(id, (named ? "Sample Shop " : "Retailer ") + i, 1e8 * (101 - i)));
            sites.add(site(i, id, random));
        }
        Findings base = SampleFindings.of(
                SampleFindings.event("large-sample", "Made-up outage in a made-up region", true),
                retailers,
                sites,
                List.of());
        return new Findings(base.settings(), base.evidence(), assumptions(), base.exposure(), losses(random));
    }

    private static SiteSummary site(int i, String id, Random random) {
        if (i <= 3) {
            return SampleFindings.state(id, PublishedState.DOWN);
        }
        if (i <= 7) {
            return SampleFindings.times(id, "2000", 10_000 + 4000 * i + "", Provenance.PUBLISHED);
        }
        if (i == 8) {
            return SampleFindings.percent(id, "353", Provenance.PUBLISHED);
        }
        if (i <= 15) {
            return SampleFindings.state(id, PublishedState.NOT_AFFECTED);
        }
        int before = 4000 + random.nextInt(12_000);
        double factor = i <= 61 ? 1.2 + 3 * random.nextDouble() : 0.95 + 0.2 * random.nextDouble();
        return SampleFindings.times(id, before + "", Math.round(before * factor) + "", Provenance.RECONSTRUCTED);
    }

    private static Losses losses(Random random) {
        List<PopulationLoss> populations = new ArrayList<>(List.of(
                SampleFindings.population(SampleFindings.SCOPE, "Top-100 online retailers", 100, 0, 85, 31e6),
                SampleFindings.population("sp500", "S&P 500", 499, 1, 0, 210e6),
                SampleFindings.population("financial-services", "Financial services", 65, 0, 0, 22e6)));
        IntStream.rangeClosed(1, 11)
                .mapToObj(i -> SampleFindings.population("sector:Sector " + i, "Sector " + i, 45, 0, 0, 7e6 * i))
                .forEach(populations::add);
        List<CompanyLoss> companies = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> SampleFindings.company(
                        String.format(Locale.ROOT, "C%03d", i),
                        "Sample Company Number " + i,
                        i % 5 == 0 ? Approach.MONITORED : Approach.DEPENDENCY,
                        i % 5 == 0 ? Provenance.RECONSTRUCTED : Provenance.UNKNOWN,
                        2e4 * Math.exp(2 * random.nextGaussian())))
                .toList();
        return new Losses(
                populations,
                companies,
                List.of(new NotEstimated("NONE", "Nobody Knows Inc.", "sp500", "no revenue is known")));
    }

    private static Assumptions assumptions() {
        Assumptions base = SampleFindings.assumptions();
        List<SourcedBelief> beliefs = new ArrayList<>(base.beliefs());
        for (int i = 1; i <= 68; i++) {
            beliefs.add(new SourcedBelief(
                    BeliefName.PI_IN_BLAST_ZONE,
                    "Sector " + i,
                    new Belief.ThreePoint(Scale.LOGIT, 0.058, 0.15, 0.336, 0, 1),
                    "probability",
                    i % 2 == 0 ? "assumption" : "a survey of a third of the largest companies on one region",
                    i % 2 == 0 ? "" : "example.org/a-rather-long-address-of-a-survey/2023/results.html",
                    "an upper region for one service alone, because not every workload needs it"));
        }
        return new Assumptions(beliefs, base.sectors(), base.profiles(), base.response());
    }
}
