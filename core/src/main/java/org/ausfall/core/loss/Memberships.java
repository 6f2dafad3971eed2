package org.ausfall.core.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ausfall.core.simulation.Block;

/**
 * Who belongs to which populations. Companies of the same populations form a group and are summed up first, so that a loss is added
 * once, and not once for each population.
 */
final class Memberships {
    private final int[] groupOf;
    private final List<int[]> populationsOf;

    /**
     * Forms the groups.
     *
     * @param scopes the populations
     * @param members for each company, the populations it belongs to
     */
    Memberships(List<String> scopes, List<List<String>> members) {
        Map<List<String>, Integer> groups = new LinkedHashMap<>();
        groupOf = new int[members.size()];
        populationsOf = new ArrayList<>();
        for (int company = 0; company < groupOf.length; company++) {
            List<String> populations = members.get(company);
            if (groups.putIfAbsent(populations, groups.size()) == null) {
                populationsOf.add(populations.stream().mapToInt(scopes::indexOf).toArray());
            }
            groupOf[company] = groups.get(populations);
        }
    }

    /** Nothing lost as yet in a block. */
    Sums sums(Block block) {
        return new Sums(block);
    }

    /** Losses of all groups in the draws of one block. */
    final class Sums {
        private final Block block;
        private final double[][] gross;
        private final double[][] net;

        private Sums(Block block) {
            this.block = block;
            this.gross = new double[populationsOf.size()][block.size()];
            this.net = new double[populationsOf.size()][block.size()];
        }

        void add(int company, BlockLosses losses) {
            double[] grossOf = gross[groupOf[company]];
            double[] netOf = net[groupOf[company]];
            for (int i = 0; i < losses.size(); i++) {
                int draw = losses.draws[i];
                grossOf[draw] += losses.gross[i];
                netOf[draw] += losses.net[i];
            }
        }

        /** Adds each group to its populations. Blocks have columns of their own and may do so at a time. */
        void addTo(double[][] populationsGross, double[][] populationsNet) {
            for (int group = 0; group < gross.length; group++) {
                for (int population : populationsOf.get(group)) {
                    add(gross[group], populationsGross[population]);
                    add(net[group], populationsNet[population]);
                }
            }
        }

        private void add(double[] losses, double[] draws) {
            for (int d = 0; d < losses.length; d++) {
                draws[block.first() + d] += losses[d];
            }
        }
    }
}
