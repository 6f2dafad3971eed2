package org.ausfall.core.simulation;

/**
 * A run of consecutive draws that is simulated in one go.
 *
 * @param number its place among the blocks, from 0
 * @param first the first draw
 * @param size how many draws, at most {@link #SIZE}
 */
public record Block(int number, int first, int size) {
    /** Draws in a full block: few enough that what all companies share stays near the processor, enough that turning to a company pays. */
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
