package org.ausfall.core.loss;

import java.util.Arrays;
import org.ausfall.core.simulation.Block;
import org.ausfall.core.simulation.Sample;

/**
 * Losses of every company in the draws in which it may have lost something. Kept in single precision (seven digits, more than is ever
 * written), block by block and company after company; which draw it was is not kept, because no quantile needs it. Blocks may be kept
 * at the same time.
 */
final class CompanyDraws {
    /** The losses of a block: those of company i end at {@code ends[i]}. */
    private static final class Kept {
        private final int[] ends;
        private float[] gross;
        private float[] net;
        private int size;

        Kept(int companies, int room) {
            ends = new int[companies];
            gross = new float[room];
            net = new float[room];
        }
    }

    private final int companies;
    private final int draws;
    private final Kept[] blocks;

    /** How many losses the fullest block has had so far, and a few more: the next has about as many, and need not be copied. */
    private volatile int usual;

    CompanyDraws(int companies, int draws) {
        this.companies = companies;
        this.draws = draws;
        this.blocks = new Kept[Block.count(draws)];
        this.usual = companies * Block.of(0, draws).size() / 4;
    }

    /** Keeps one company of a block; companies of a block must come one after the other, in order. */
    void add(int company, Block block, BlockLosses losses) {
        if (company == 0) {
            blocks[block.number()] = new Kept(companies, usual);
        }
        Kept kept = blocks[block.number()];
        if (kept.size + losses.size() > kept.gross.length) {
            int room = kept.gross.length + kept.gross.length / 2 + block.size();
            kept.gross = Arrays.copyOf(kept.gross, room);
            kept.net = Arrays.copyOf(kept.net, room);
        }
        copy(losses.gross, losses.size(), kept.gross, kept.size);
        copy(losses.net, losses.size(), kept.net, kept.size);
        kept.size += losses.size();
        kept.ends[company] = kept.size;
        if (company == companies - 1) {
            usual = Math.max(usual, kept.size + kept.size / 16);
            // What little room is left over is not worth a copy.
            if (kept.size < kept.gross.length / 4 * 3) {
                kept.gross = Arrays.copyOf(kept.gross, kept.size);
                kept.net = Arrays.copyOf(kept.net, kept.size);
            }
        }
    }

    private static void copy(double[] losses, int size, float[] kept, int at) {
        for (int i = 0; i < size; i++) {
            kept[at + i] = (float) losses[i];
        }
    }

    /** Gross losses of a company in all draws, for as long as the working room is not used again. */
    Sample gross(int company, float[] room) {
        int size = 0;
        for (Kept block : blocks) {
            size = gather(block.gross, block, company, room, size);
        }
        return Sample.of(room, size, draws - size);
    }

    /** Net losses of a company in all draws, for as long as the working room is not used again. */
    Sample net(int company, float[] room) {
        int size = 0;
        for (Kept block : blocks) {
            size = gather(block.net, block, company, room, size);
        }
        return Sample.of(room, size, draws - size);
    }

    private static int gather(float[] losses, Kept block, int company, float[] room, int at) {
        int from = company == 0 ? 0 : block.ends[company - 1];
        int length = block.ends[company] - from;
        System.arraycopy(losses, from, room, at, length);
        return at + length;
    }
}
