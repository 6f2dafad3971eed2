package org.ausfall.core.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;

/**
 * What stands apart from lost sales, draw by draw: extra cost = e G, credits = c G, lost profit = m N + e G + c G, with G and N the gross
 * and net loss of a population, and e, c and m beliefs that hold for everybody. A belief that is missing or known to be 0 leaves its
 * cost out; without a margin there is no lost profit.
 */
final class ApartCosts {
    private final Optional<double[]> extra;
    private final Optional<double[]> credits;
    private final Optional<double[]> margin;

    /**
     * Draws the beliefs that are there.
     *
     * @param beliefs what is believed for everybody, if anything
     * @param draws the values of a belief, draw by draw
     */
    ApartCosts(Function<BeliefName, Optional<Belief>> beliefs, Function<BeliefName, double[]> draws) {
        this.extra = drawn(BeliefName.EXTRA_COST_RATIO, beliefs, draws);
        this.credits = drawn(BeliefName.CREDIT_RATIO, beliefs, draws);
        this.margin = drawn(BeliefName.MARGIN_ON_LOST_SALES, beliefs, draws);
    }

    private static Optional<double[]> drawn(
            BeliefName name, Function<BeliefName, Optional<Belief>> beliefs, Function<BeliefName, double[]> draws) {
        return beliefs.apply(name)
                .filter(belief -> !(belief instanceof Belief.Known known && known.value() == 0))
                .map(belief -> draws.apply(name));
    }

    /** The costs of a population with these losses, draw by draw; empty where nothing stands apart. */
    List<Drawn> of(double[] gross, double[] net) {
        List<Drawn> costs = new ArrayList<>();
        Optional<double[]> spent = extra.map(ratio -> product(ratio, gross));
        Optional<double[]> given = credits.map(ratio -> product(ratio, gross));
        spent.ifPresent(usd -> costs.add(new Drawn(ApartCost.Kind.EXTRA_COST, usd)));
        given.ifPresent(usd -> costs.add(new Drawn(ApartCost.Kind.CREDITS, usd)));
        margin.map(share -> product(share, net)).ifPresent(profit -> {
            spent.ifPresent(usd -> add(usd, profit));
            given.ifPresent(usd -> add(usd, profit));
            costs.add(new Drawn(ApartCost.Kind.LOST_PROFIT, profit));
        });
        return costs;
    }

    /** A cost in each draw, USD. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Drawn(ApartCost.Kind kind, double[] usd) {}

    private static double[] product(double[] ratio, double[] losses) {
        double[] product = new double[losses.length];
        for (int d = 0; d < losses.length; d++) {
            product[d] = ratio[d] * losses[d];
        }
        return product;
    }

    private static void add(double[] more, double[] sum) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += more[d];
        }
    }
}
