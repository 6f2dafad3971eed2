package org.ausfall.core.simulation;

/**
 * A run of consecutive draws that is simulated in one go.
 *
 * @param number its place among the blocks, from 0
 * @param first the first draw
 * @param size how many draws, at most {@link #SIZE}
 */
public record Block(int number, int first, int size) {
    /**
     * Draws in a full block. What all companies of a block share should stay in the processor's cache, and turning to a company costs
     * something each time: with 500 companies, blocks of 256 or
     * 1,024 took a tenth longer.
     */
    public static final int SIZE = 512;

    /** How many blocks hold that many draws. */
    public static int count(int draws) {
        return (draws + SIZE - 1) / SIZE;
    }

    /** The block with that number. */
    public static Block of(int number, int draws) {
        int first = number * SIZE;
        return new Block(number, first, Math.min(SIZE, draws - first));
    }
}
