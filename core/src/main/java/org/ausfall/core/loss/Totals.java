package org.ausfall.core.loss;

import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Sample;

/**
 * Losses of every company and population in every draw. Companies are kept in single precision (seven digits, more than is ever
 * written), populations are summed in double. Blocks write to separate columns and may do so at the same time.
 */
final class Totals {
    private final float[][] companies;
    private final double[][] populations;

    Totals(int companies, int populations, int draws) {
        this.companies = new float[companies][draws];
        this.populations = new double[populations][draws];
    }

    /** Adds a company's draws of a block to its own row and to the populations it belongs to. */
    void add(int company, int[] memberships, Block block, double[] losses) {
        float[] row = companies[company];
        for (int d = 0; d < block.size(); d++) {
            double loss = losses[d];
            // In most draws most companies were not hit.
            if (loss != 0) {
                row[block.first() + d] = (float) loss;
                for (int membership : memberships) {
                    populations[membership][block.first() + d] += loss;
                }
            }
        }
    }

    /** The sums of a population, draw by draw. */
    double[] draws(int population) {
        return populations[population].clone();
    }

    /** The draws of a company, or, past the last company, of a population. */
    Sample sample(int index) {
        if (index >= companies.length) {
            return Sample.of(populations[index - companies.length]);
        }
        return Sample.of(companies[index]);
    }
}
