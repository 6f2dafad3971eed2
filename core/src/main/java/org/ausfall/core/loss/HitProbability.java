package org.ausfall.core.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.RandomStream;
import org.ausfall.core.simulation.Streams;

/**
 * How probable it is that a company of a sector was hit.
 *
 * <p>The log-odds of a sector's probability spread by sd s around the belief's median, a part a of it shared by all sectors. The
 * monitored sample (x of n affected) is a noisy observation of its sector's log-odds, with variance v = transfer^2 + 1 / (n p (1 -
 * p)). Each prior draw is moved by Cov / (s^2 + v) times the distance between what was observed and what that draw would have
 * shown, which gives draws from the posterior (conditioning by kriging, Matheron's rule; Journel and Huijbregts 1978).
 *
 * <p>Given a draw, companies have latent normals sqrt(g) G + sqrt(s) S_sector + sqrt(1 - g - s) e and are hit where the latent lies
 * below the probability's quantile, so that with the common parts known a company is hit with Phi((Phi^-1(pi) - sqrt(g) G - sqrt(s)
 * S) / sqrt(1 - g - s)).
 */
final class HitProbability {
    /** A monitored sample: {@code affected} of {@code measurable} sites of {@code sector}. */
    record Monitored(String sector, int affected, int measurable) {}

    /** What is believed of a sector's probability; its log-odds at a standard normal score, their sd, and the part of it that is shared. */
    private record Sector(String name, Belief belief, DoubleUnaryOperator logOddsAt, double sd, double shared) {
        double logOdds(double z) {
            return logOddsAt.applyAsDouble(z);
        }
    }

    /** What a sample says of the log-odds of its sector. */
    private record Observation(int sector, double logOdds, double variance) {}

    private static final ProbitTables TABLES = new ProbitTables();

    private final List<Sector> sectors = new ArrayList<>();
    private final Streams streams;
    private final double global;
    private final double sectoral;
    private final Optional<Observation> observation;

    HitProbability(Assumptions assumptions, Streams streams, Monitored monitored) {
        this.streams = streams;
        this.global =
                assumptions.get(BeliefName.LOADING_GLOBAL, SourcedBelief.ALL).p50();
        this.sectoral =
                assumptions.get(BeliefName.LOADING_SECTOR, SourcedBelief.ALL).p50();
        if (!(global >= 0 && sectoral >= 0 && global + sectoral < 1)) {
            throw new IllegalArgumentException(
                    "loadings must not be negative and sum to less than 1, were " + global + " and " + sectoral);
        }
        double transferSd = assumptions
                .get(BeliefName.MONITORED_TRANSFER_SD, SourcedBelief.ALL)
                .p50();
        double sharedSd =
                assumptions.get(BeliefName.PI_SHARED_SD, SourcedBelief.ALL).p50();
        for (SourcedBelief pi : assumptions.all(BeliefName.PI_IN_BLAST_ZONE)) {
            Belief range = pi.belief() instanceof Belief.Held held ? held.belief() : pi.belief();
            double sd = logOddsSd(range);
            sectors.add(new Sector(pi.scope(), pi.belief(), range.preparedLogOdds(), sd, Math.min(sharedSd, sd)));
        }
        this.observation = Optional.of(monitored)
                .filter(sample -> sample.measurable() > 0 && indexOf(sample.sector()) >= 0)
                .map(sample -> observation(sample, transferSd));
    }

    private Observation observation(Monitored sample, double transferSd) {
        int n = sample.measurable();
        double share = (sample.affected() + 0.5) / (n + 1);
        return new Observation(
                indexOf(sample.sector()), logOdds(share), transferSd * transferSd + 1 / (n * share * (1 - share)));
    }

    /** The sectors, in the order of the arrays that {@link #draw} returns. */
    List<String> sectors() {
        return sectors.stream().map(Sector::name).toList();
    }

    private int indexOf(String sector) {
        return sectors().indexOf(sector);
    }

    private static double logOddsSd(Belief belief) {
        return belief instanceof Belief.Known ? 0 : (logOdds(belief.p95()) - logOdds(belief.p05())) / (2 * Belief.Z95);
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }

    /** For each sector the probability that one of its companies is hit, draw by draw. */
    double[][] draw(Block block) {
        double[][] probability = logOddsOfPi(block);
        double[] all = normals("latent/hit", block);
        double own = Math.sqrt(1 - global - sectoral);
        for (int s = 0; s < probability.length; s++) {
            double[] sector = normals("latent/hit/" + sectors.get(s).name(), block);
            for (int d = 0; d < block.size(); d++) {
                double common = Math.sqrt(global) * all[d] + Math.sqrt(sectoral) * sector[d];
                probability[s][d] = TABLES.cumulative((TABLES.probit(probability[s][d]) - common) / own);
            }
        }
        return probability;
    }

    private double[][] logOddsOfPi(Block block) {
        double[] shared = normals("pi/shared", block);
        double[][] logOdds = new double[sectors.size()][];
        for (int s = 0; s < logOdds.length; s++) {
            Sector sector = sectors.get(s);
            double[] values = normals("pi/" + sector.name(), block);
            double sharedPart = sector.sd() == 0 ? 0 : sector.shared() / sector.sd();
            double ownPart = Math.sqrt(1 - sharedPart * sharedPart);
            for (int d = 0; d < values.length; d++) {
                values[d] = sector.logOdds(sharedPart * shared[d] + ownPart * values[d]);
            }
            logOdds[s] = values;
        }
        observation.ifPresent(seen -> learn(seen, logOdds, block));
        for (int s = 0; s < logOdds.length; s++) {
            if (sectors.get(s).belief() instanceof Belief.Held held) {
                Arrays.fill(logOdds[s], held(s, held.z()));
            }
        }
        return logOdds;
    }

    private void learn(Observation seen, double[][] logOdds, Block block) {
        double[] noise = normals("pi/monitored", block);
        double[] before = logOdds[seen.sector()].clone();
        for (int s = 0; s < logOdds.length; s++) {
            double gain = gain(seen, s);
            if (gain == 0) {
                continue;
            }
            for (int d = 0; d < before.length; d++) {
                logOdds[s][d] += gain * (seen.logOdds() - before[d] - Math.sqrt(seen.variance()) * noise[d]);
            }
        }
    }

    /** Cov: what the log-odds of a sector have in common with those of the observed one. */
    private double covariance(Observation seen, int s) {
        Sector source = sectors.get(seen.sector());
        return s == seen.sector()
                ? source.sd() * source.sd()
                : source.shared() * sectors.get(s).shared();
    }

    /** Cov / (sd^2 + v): how far a sector moves for each unit between what was observed and what was expected. */
    private double gain(Observation seen, int s) {
        double sd = sectors.get(seen.sector()).sd();
        return covariance(seen, s) / (sd * sd + seen.variance());
    }

    /**
     * The log-odds at a standard normal score of what is believed after the sample: the middle moves by the gain, and of the spread
     * sqrt(1 - gain Cov / sd^2) is left.
     */
    private double held(int s, double z) {
        Sector sector = sectors.get(s);
        double gain = observation.map(seen -> gain(seen, s)).orElse(0.0);
        if (gain == 0) {
            return sector.logOdds(z);
        }
        Observation seen = observation.orElseThrow();
        double left = Math.sqrt(1 - gain * covariance(seen, s) / (sector.sd() * sector.sd()));
        return sector.logOdds(z * left)
                + gain * (seen.logOdds() - sectors.get(seen.sector()).logOdds(0));
    }

    /** The common part of the latent that drives a company's lag: sqrt(g) G + sqrt(s) S_sector, for each sector and draw. */
    double[][] drawLagCommon(Block block) {
        double[] all = normals("latent/lag", block);
        double[][] common = new double[sectors.size()][];
        for (int s = 0; s < common.length; s++) {
            double[] values = normals("latent/lag/" + sectors.get(s).name(), block);
            for (int d = 0; d < values.length; d++) {
                values[d] = Math.sqrt(global) * all[d] + Math.sqrt(sectoral) * values[d];
            }
            common[s] = values;
        }
        return common;
    }

    /** The weight of a company's own part in its latents: sqrt(1 - g - s). */
    double ownWeight() {
        return Math.sqrt(1 - global - sectoral);
    }

    private double[] normals(String name, Block block) {
        return normals(streams, name, block);
    }

    static double[] normals(Streams streams, String name, Block block) {
        RandomStream random = streams.of(name, block.number());
        double[] values = new double[block.size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = random.nextNormal();
        }
        return values;
    }
}
