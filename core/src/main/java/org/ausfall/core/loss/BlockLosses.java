package org.ausfall.core.loss;

import org.ausfall.core.simulation.Block;

/**
 * What one company lost in the draws of a block. In most draws most companies were not hit, so only those in which something was lost
 * are listed. Used again for one company after the other.
 */
final class BlockLosses {
    private final int[] draws;
    private final double[] gross;
    private final double[] net;
    private final boolean[] listed;
    private final int[] hits;
    private int size;

    BlockLosses(Block block) {
        this.draws = new int[block.size()];
        this.gross = new double[block.size()];
        this.net = new double[block.size()];
        this.listed = new boolean[block.size()];
        this.hits = new int[block.size()];
    }

    /** Forgets everything. */
    void clear() {
        for (int i = 0; i < size; i++) {
            listed[draws[i]] = false;
        }
        size = 0;
    }

    /** Adds to what was lost in a draw, given as its place in the block; USD. */
    void add(int draw, double grossUsd, double netUsd) {
        if (grossUsd == 0) {
            return;
        }
        if (listed[draw]) {
            gross[draw] += grossUsd;
            net[draw] += netUsd;
            return;
        }
        listed[draw] = true;
        draws[size++] = draw;
        gross[draw] = grossUsd;
        net[draw] = netUsd;
    }

    /** How many draws are listed. */
    int size() {
        return size;
    }

    /** The listed draw at {@code index}, as its place in the block. */
    int draw(int index) {
        return draws[index];
    }

    double gross(int draw) {
        return gross[draw];
    }

    double net(int draw) {
        return net[draw];
    }

    /** Room for a source to note the draws in which it was hit. */
    int[] hits() {
        return hits;
    }
}
