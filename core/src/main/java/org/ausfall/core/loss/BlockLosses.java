package org.ausfall.core.loss;

import java.util.Arrays;
import org.ausfall.core.simulation.Block;

/**
 * What one company lost in the draws of a block. In most draws most companies were not hit, so only those in which something may have
 * been lost are listed: entry {@code i} is the loss in draw {@code draws[i]} of the block, rising. Used again for one company after the
 * other, and so is its working room: arrays made anew would each time lie in memory that is not in the processor's cache.
 */
final class BlockLosses {
    final int[] draws;
    final double[] gross;
    final double[] net;
    final Room room;
    private int size;

    /** Room for steps on the way, one entry a hit or, where every draw is listed, a draw. */
    static final class Room {
        final long[] numbers;
        final double[] lagScore;
        final double[] lagH;
        final double[] gammaScore;
        final double[] levelScore;
        final double[] relief;
        final double[] beforeScore;
        final double[] lost;

        private Room(int size) {
            numbers = new long[size];
            lagScore = new double[size];
            lagH = new double[size];
            gammaScore = new double[size];
            levelScore = new double[size];
            relief = new double[size];
            beforeScore = new double[size];
            lost = new double[size];
        }
    }

    BlockLosses(Block block) {
        this.draws = new int[block.size()];
        this.gross = new double[block.size()];
        this.net = new double[block.size()];
        this.room = new Room(block.size());
    }

    /** How many draws are listed. */
    int size() {
        return size;
    }

    /** Says that the first so many entries have been written. */
    void listed(int entries) {
        size = entries;
    }

    /** Lists all draws, with no loss as yet, unless they are listed already. */
    void listAll() {
        if (size == draws.length) {
            return;
        }
        Arrays.setAll(draws, draw -> draw);
        Arrays.fill(gross, 0);
        Arrays.fill(net, 0);
        size = draws.length;
    }
}
