package org.ausfall.core.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;

/**
 * What an outage cost, company by company and draw by draw. The formulas are in {@code docs/method.md}; each is one method of this
 * package. Companies are summed inside each draw in the order of their ids, and quantiles are taken after that.
 */
public final class LossModel {
    private final Subjects subjects;
    private final SharedBeliefs beliefs;
    private final Streams streams;
    private final int draws;

    private LossModel(Subjects subjects, SharedBeliefs beliefs, Streams streams, int draws) {
        this.subjects = subjects;
        this.beliefs = beliefs;
        this.streams = streams;
        this.draws = draws;
    }

    /**
     * Estimates the losses of all monitored retailers and listed companies. Sites are judged at the published threshold, whatever
     * threshold the reader looks at, so that a reader's choice moves no loss.
     *
     * @param draws how many outcomes to simulate
     * @param workers how independent blocks of draws are carried out; has no influence on the result
     * @throws IllegalArgumentException if a belief that is needed is missing or unusable
     */
    public static Losses estimate(Evidence evidence, Assumptions assumptions, int draws, Seed seed, Workers workers) {
        return of(evidence, assumptions, draws, seed).run(evidence, workers);
    }

    /**
     * The simulated gross losses of all listed companies together, USD, draw by draw: what {@link #estimate} sums up in quantiles,
     * for those who score them.
     *
     * @throws IllegalArgumentException if a belief that is needed is missing or unusable
     */
    public static double[] grossDraws(
            Evidence evidence, Assumptions assumptions, int draws, Seed seed, Workers workers) {
        LossModel model = of(evidence, assumptions, draws, seed);
        List<String> scopes = model.scopes(evidence);
        Totals gross = new Totals(model.subjects.subjects().size(), scopes.size(), draws);
        Totals net = new Totals(model.subjects.subjects().size(), scopes.size(), draws);
        model.simulate(scopes, gross, net, workers);
        return gross.draws(scopes.indexOf(Subjects.SP500));
    }

    private static LossModel of(Evidence evidence, Assumptions assumptions, int draws, Seed seed) {
        Streams streams = new Streams(seed);
        Exposure exposure = Exposure.estimate(evidence, evidence.event().publishedThreshold());
        HitProbability.Monitored sample = new HitProbability.Monitored(
                evidence.event().population().sector(), exposure.affected(), exposure.measurable());
        SharedBeliefs beliefs = new SharedBeliefs(assumptions, streams, evidence, sample);
        Subjects subjects = Subjects.of(evidence, assumptions, exposure, beliefs);
        return new LossModel(subjects, beliefs, streams, draws);
    }

    private Losses run(Evidence evidence, Workers workers) {
        List<Subject> all = subjects.subjects();
        List<String> scopes = scopes(evidence);
        Totals gross = new Totals(all.size(), scopes.size(), draws);
        Totals net = new Totals(all.size(), scopes.size(), draws);
        simulate(scopes, gross, net, workers);
        LossDistribution[] grossOf = new LossDistribution[all.size() + scopes.size()];
        LossDistribution[] netOf = new LossDistribution[all.size() + scopes.size()];
        double[] hitShare = new double[all.size()];
        workers.run(all.size() + scopes.size(), i -> {
            Sample sample = gross.sample(i);
            grossOf[i] = distribution(sample);
            netOf[i] = distribution(net.sample(i));
            if (i < all.size()) {
                hitShare[i] = sample.positiveShare();
            }
        });
        List<CompanyLoss> companies = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            companies.add(all.get(i).loss(hitShare[i], grossOf[i], netOf[i]));
        }
        List<PopulationLoss> populations = new ArrayList<>();
        for (int s = 0; s < scopes.size(); s++) {
            populations.add(population(scopes.get(s), evidence, grossOf[all.size() + s], netOf[all.size() + s]));
        }
        return new Losses(populations, companies, subjects.notEstimated());
    }

    private void simulate(List<String> scopes, Totals gross, Totals net, Workers workers) {
        List<int[]> memberships = subjects.subjects().stream()
                .map(subject -> memberships(subject, scopes))
                .toList();
        workers.run(Block.count(draws), number -> simulate(Block.of(number, draws), memberships, gross, net));
    }

    private void simulate(Block block, List<int[]> memberships, Totals gross, Totals net) {
        SharedDraws shared = beliefs.draw(block);
        double[] grossDraws = new double[block.size()];
        double[] netDraws = new double[block.size()];
        for (int i = 0; i < memberships.size(); i++) {
            Arrays.fill(grossDraws, 0);
            Arrays.fill(netDraws, 0);
            Subject subject = subjects.subjects().get(i);
            UniformRandomProvider random = streams.of("company/" + subject.id(), block.number());
            for (LossSource source : subject.sources()) {
                source.addTo(shared, random, grossDraws, netDraws);
            }
            gross.add(i, memberships.get(i), block, grossDraws);
            net.add(i, memberships.get(i), block, netDraws);
        }
    }

    private List<String> scopes(Evidence evidence) {
        List<String> scopes = new ArrayList<>();
        scopes.add(evidence.event().population().scope());
        if (!evidence.companies().isEmpty()) {
            scopes.add(Subjects.SP500);
            scopes.add(Subjects.FINANCIAL_SERVICES);
        }
        TreeSet<String> sectors = new TreeSet<>();
        evidence.companies().forEach(company -> sectors.add(PopulationLoss.SECTOR_PREFIX + company.sector()));
        scopes.addAll(sectors);
        return scopes;
    }

    private static int[] memberships(Subject subject, List<String> scopes) {
        return subject.scopes().stream().mapToInt(scopes::indexOf).toArray();
    }

    private PopulationLoss population(String scope, Evidence evidence, LossDistribution gross, LossDistribution net) {
        List<Subject> members = subjects.subjects().stream()
                .filter(subject -> subject.scopes().contains(scope))
                .toList();
        boolean listed = !scope.equals(evidence.event().population().scope());
        double annual =
                members.stream().mapToDouble(member -> member.annualUsd(listed)).sum();
        double hours = evidence.event().window().hours();
        return new PopulationLoss(
                scope,
                label(scope, evidence),
                members.size(),
                (int) subjects.notEstimated().stream()
                        .filter(missing -> missing.scope().equals(scope))
                        .count(),
                (int) members.stream().filter(Subject::reconstructed).count(),
                annual,
                Subjects.flat8760(annual, hours),
                gross,
                net);
    }

    private static String label(String scope, Evidence evidence) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(
                evidence.event().population().scope(),
                evidence.event().population().label());
        labels.put(Subjects.SP500, "S&P 500");
        labels.put(Subjects.FINANCIAL_SERVICES, "financial services");
        return labels.getOrDefault(scope, scope.replace(PopulationLoss.SECTOR_PREFIX, ""));
    }

    private static LossDistribution distribution(Sample sample) {
        double[] q = sample.quantiles(0.05, 0.25, 0.5, 0.75, 0.95);
        return new LossDistribution(
                sample.mean(),
                q[0],
                q[1],
                q[2],
                q[3],
                q[4],
                sample.tailMean(0.95),
                sample.standardError(0.05),
                sample.standardError(0.5),
                sample.standardError(0.95));
    }
}
