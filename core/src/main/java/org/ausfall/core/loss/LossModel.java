package org.ausfall.core.loss;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.RandomStream;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;

/**
 * What an outage cost, company by company and draw by draw. The formulas are in {@code docs/method.md}; each is one method of this
 * package. Companies are summed inside each draw, always in the same order, and quantiles are taken after that.
 */
public final class LossModel {
    /** The scope of all listed companies. */
    public static final String LISTED = Populations.SP500;

    /** Companies summed up in one task: few enough to spread over processors, enough to use working memory again. */
    private static final int SUMMED_AT_ONCE = 16;

    private final Subjects subjects;
    private final SharedBeliefs beliefs;
    private final Streams streams;
    private final Populations groups;
    private final List<String> scopes;
    private final Memberships memberships;
    private final long[] keys;
    private final int draws;

    private LossModel(Subjects subjects, SharedBeliefs beliefs, Streams streams, Populations populations, int draws) {
        this.subjects = subjects;
        this.beliefs = beliefs;
        this.streams = streams;
        this.groups = populations;
        this.scopes = populations.scopes();
        this.memberships = new Memberships(
                scopes, subjects.subjects().stream().map(Subject::scopes).toList());
        this.keys = subjects.subjects().stream()
                .mapToLong(subject -> streams.key("company/" + subject.id()))
                .toArray();
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
        return estimate(evidence, assumptions, List.of(), draws, seed, workers);
    }

    /**
     * The same, with populations of their own for the values of these columns of the lists of companies and retailers.
     *
     * @throws IllegalArgumentException also if nobody has a value in one of the columns, see {@link #refusal}
     */
    public static Losses estimate(
            Evidence evidence, Assumptions assumptions, List<String> columns, int draws, Seed seed, Workers workers) {
        refusal(columns, evidence).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return of(evidence, assumptions, columns, draws, new Streams(seed)).run(evidence, workers);
    }

    /** Why populations cannot be made of these columns, as a sentence for the analyst; empty if they can. */
    public static Optional<String> refusal(List<String> columns, Evidence evidence) {
        return Populations.refusal(columns, evidence);
    }

    /**
     * The simulated losses of the populations alone, draw by draw: what {@link #estimate} sums up in quantiles, without the cost of
     * keeping and summing up each company. For scores, and for reruns with one belief changed: every belief and company has random
     * streams of its own, so that two runs with the same seed differ by the belief alone.
     *
     * @throws IllegalArgumentException if a belief that is needed is missing or unusable
     */
    public static PopulationDraws populationDraws(
            Evidence evidence, Assumptions assumptions, int draws, Seed seed, Workers workers) {
        return populationDraws(evidence, assumptions, draws, new Streams(seed), workers);
    }

    /** The same with chance from these streams, for reruns in which a part of it is drawn anew. */
    public static PopulationDraws populationDraws(
            Evidence evidence, Assumptions assumptions, int draws, Streams streams, Workers workers) {
        LossModel model = of(evidence, assumptions, List.of(), draws, streams);
        PopulationDraws populations = new PopulationDraws(model.scopes, draws);
        model.simulate(populations, (company, block, losses) -> {}, workers);
        return populations;
    }

    private static LossModel of(
            Evidence evidence, Assumptions assumptions, List<String> columns, int draws, Streams streams) {
        Exposure exposure = Exposure.withoutCurve(evidence, evidence.event().publishedThreshold());
        HitProbability.Monitored sample = new HitProbability.Monitored(
                evidence.event().population().sector(), exposure.affected(), exposure.measurable());
        SharedBeliefs beliefs = new SharedBeliefs(assumptions, streams, evidence, sample);
        Populations populations = new Populations(evidence, columns);
        Subjects subjects = Subjects.of(evidence, assumptions, exposure, beliefs, populations);
        return new LossModel(subjects, beliefs, streams, populations, draws);
    }

    private Losses run(Evidence evidence, Workers workers) {
        List<Subject> all = subjects.subjects();
        PopulationDraws populations = new PopulationDraws(scopes, draws);
        CompanyDraws companies = new CompanyDraws(all.size(), draws);
        simulate(populations, companies::add, workers);
        CompanyLoss[] losses = new CompanyLoss[all.size()];
        workers.run((all.size() + SUMMED_AT_ONCE - 1) / SUMMED_AT_ONCE, task -> {
            float[] room = new float[draws];
            int end = Math.min(all.size(), (task + 1) * SUMMED_AT_ONCE);
            for (int i = task * SUMMED_AT_ONCE; i < end; i++) {
                Sample gross = companies.gross(i, room);
                double hitShare = gross.positiveShare();
                LossDistribution ofGross = distribution(gross);
                losses[i] = all.get(i).loss(hitShare, ofGross, distribution(companies.net(i, room)));
            }
        });
        PopulationLoss[] sums = new PopulationLoss[scopes.size()];
        ApartCosts apart = beliefs.apartCosts(draws);
        workers.run(
                sums.length,
                s -> sums[s] = population(
                        scopes.get(s),
                        evidence,
                        distribution(Sample.of(populations.gross(s))),
                        distribution(Sample.of(populations.net(s))),
                        apart.of(populations.gross(s), populations.net(s)).stream()
                                .map(cost -> new ApartCost(cost.kind(), distribution(Sample.of(cost.usd()))))
                                .toList()));
        return new Losses(List.of(sums), List.of(losses), subjects.notEstimated());
    }

    /** Takes what a company lost in a block; within a block company after company, in order. */
    @FunctionalInterface
    private interface Receiver {
        void accept(int company, Block block, BlockLosses losses);
    }

    private void simulate(PopulationDraws populations, Receiver companies, Workers workers) {
        workers.run(Block.count(draws), number -> simulate(Block.of(number, draws), populations, companies));
    }

    private void simulate(Block block, PopulationDraws populations, Receiver companies) {
        SharedDraws shared = beliefs.draw(block);
        BlockLosses losses = new BlockLosses(block);
        Memberships.Sums sums = memberships.sums(block);
        for (int i = 0; i < subjects.subjects().size(); i++) {
            RandomStream random = streams.of(keys[i], block.number());
            losses.listed(0);
            for (LossSource source : subjects.subjects().get(i).sources()) {
                source.addTo(shared, random, losses);
            }
            sums.add(i, losses);
            companies.accept(i, block, losses);
        }
        populations.add(sums);
    }

    private PopulationLoss population(
            String scope, Evidence evidence, LossDistribution gross, LossDistribution net, List<ApartCost> apart) {
        List<Subject> members = subjects.subjects().stream()
                .filter(subject -> subject.scopes().contains(scope))
                .toList();
        boolean listed = !scope.equals(groups.monitored());
        double annual =
                members.stream().mapToDouble(member -> member.annualUsd(listed)).sum();
        double hours = evidence.event().window().hours();
        return new PopulationLoss(
                scope,
                groups.label(scope),
                members.size(),
                (int) subjects.notEstimated().stream()
                        .filter(missing -> missing.scope().equals(scope))
                        .count(),
                (int) members.stream().filter(Subject::reconstructed).count(),
                annual,
                Subjects.flat8760(annual, hours),
                gross,
                net,
                apart);
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
