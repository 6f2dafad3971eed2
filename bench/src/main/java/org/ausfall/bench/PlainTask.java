package org.ausfall.bench;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.simulation.Exponential;
import org.ausfall.core.simulation.RandomStream;
import org.ausfall.core.simulation.Sample;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.ausfall.core.simulation.Workers;

/**
 * The plain task every tool can do: losses of n companies in m draws, X[i][k] = exp(mu[i] + sqrt(.3) Z[k] + sqrt(.7) e[i][k]) with Z and
 * e standard normal and mu[i] = 10 + i / 250; their sum over companies in each draw; the 5th, 50th and 95th percentile of each
 * company and of the sum. Drawn and summed up by the classes the product uses.
 */
final class PlainTask {
    static final double[] PROBABILITIES = {0.05, 0.5, 0.95};
    private static final double COMMON = Math.sqrt(0.3);
    private static final double OWN = Math.sqrt(0.7);

    /** Companies whose losses are summed in one go; sums of whole groups are added in order, so that threads change no digit. */
    private static final int GROUP = 25;

    private PlainTask() {}

    /** Percentiles of one company, or at the end of the sum, and their standard errors. */
    record Percentiles(List<Double> values, List<Double> errors) {
        static Percentiles of(Sample sample) {
            List<Double> values = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            for (double p : PROBABILITIES) {
                values.add(sample.quantiles(p)[0]);
                errors.add(sample.standardError(p));
            }
            return new Percentiles(values, errors);
        }
    }

    static List<Percentiles> run(int companies, int draws, Seed seed, Workers workers) {
        Streams streams = new Streams(seed);
        double[] common = new double[draws];
        RandomStream shared = streams.of("common", 0);
        for (int k = 0; k < draws; k++) {
            common[k] = COMMON * shared.nextNormal();
        }
        int groups = (companies + GROUP - 1) / GROUP;
        double[][] sums = new double[groups][];
        Percentiles[] found = new Percentiles[companies];
        workers.run(groups, group -> {
            double[] losses = new double[draws];
            double[] sum = new double[draws];
            for (int i = group * GROUP; i < Math.min(companies, (group + 1) * GROUP); i++) {
                draw(10 + i / 250.0, common, streams.of("company/" + i, 0), losses);
                add(losses, sum);
                found[i] = Percentiles.of(Sample.of(losses));
            }
            sums[group] = sum;
        });
        double[] total = new double[draws];
        for (double[] sum : sums) {
            add(sum, total);
        }
        List<Percentiles> all = new ArrayList<>(List.of(found));
        all.add(Percentiles.of(Sample.of(total)));
        return all;
    }

    private static void draw(double mu, double[] common, RandomStream random, double[] losses) {
        for (int k = 0; k < losses.length; k++) {
            losses[k] = Exponential.exp(mu + common[k] + OWN * random.nextNormal());
        }
    }

    private static void add(double[] losses, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += losses[k];
        }
    }
}
