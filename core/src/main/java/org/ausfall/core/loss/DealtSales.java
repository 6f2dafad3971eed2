package org.ausfall.core.loss;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Streams;

/**
 * Which reconstructed retailer sells how much is not known, only what they sell together. So each draw deals their web sales out anew,
 * and the range of the total holds what another reconstruction would have given.
 */
final class DealtSales {
    private final List<String> ids;
    private final double[] salesUsd;

    private DealtSales(List<String> ids, double[] salesUsd) {
        this.ids = ids;
        this.salesUsd = salesUsd;
    }

    /** The web sales of all retailers for which they are reconstructed. */
    static DealtSales of(List<Retailer> retailers) {
        List<Retailer> reconstructed = retailers.stream()
                .filter(retailer -> retailer.provenance() == Provenance.RECONSTRUCTED)
                .filter(retailer -> retailer.webSales().isPresent())
                .toList();
        return new DealtSales(
                reconstructed.stream().map(Retailer::id).toList(),
                reconstructed.stream()
                        .mapToDouble(
                                retailer -> retailer.webSales().orElseThrow().usd())
                        .toArray());
    }

    /** The place of a retailer in what {@link #draw} returns; -1 for one whose sales are its own. */
    int indexOf(Retailer retailer) {
        return ids.indexOf(retailer.id());
    }

    /** What each of them sells on average over draws. */
    double meanUsd() {
        double sum = 0;
        for (double sales : salesUsd) {
            sum += sales;
        }
        return sum / salesUsd.length;
    }

    /** The sales at a place. */
    double usd(int place) {
        return salesUsd[place];
    }

    /** Whose sales a retailer gets, as their place, by retailer and draw: each draw a permutation of all. */
    int[][] draw(Streams streams, Block block) {
        UniformRandomProvider random = streams.of("reconstructed-sales", block.number());
        int[] order = PermutationSampler.natural(salesUsd.length);
        int[][] dealt = new int[salesUsd.length][block.size()];
        for (int d = 0; d < block.size(); d++) {
            PermutationSampler.shuffle(random, order);
            for (int i = 0; i < order.length; i++) {
                dealt[i][d] = order[i];
            }
        }
        return dealt;
    }
}
