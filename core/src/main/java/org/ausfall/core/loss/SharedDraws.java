package org.ausfall.core.loss;

import java.util.Map;
import org.ausfall.core.simulation.Block;

/**
 * What all companies of a block's draws have in common; one entry a draw. Arrays here are owned by the block and only read.
 */
final class SharedDraws {
    final Block block;
    final double[][] hitProbability;
    final double[][] lagCommon;
    final Map<String, double[]> needRows;
    final boolean[] conversion;
    final double[] xi;
    final double[] responsePlaces;
    final double[] redundancyProbability;
    final double[] redundancyRelief;
    final double[] writeShare;
    final double[] churn;
    final double[] churnRate;
    final double[] regionShare;
    final Map<String, double[]> recaptureR;
    final Map<String, double[]> recaptureRate;
    final Map<String, double[]> season;
    final Map<String, double[]> tables;
    final Map<String, double[]> periodShares;
    final Map<String, double[]> binShares;
    final double[] monitoredKeep;
    final int[][] dealtSales;

    SharedDraws(
            Block block,
            double[][] hitProbability,
            double[][] lagCommon,
            Map<String, double[]> needRows,
            boolean[] conversion,
            double[] xi,
            double[] responsePlaces,
            double[] redundancyProbability,
            double[] redundancyRelief,
            double[] writeShare,
            double[] churn,
            double[] churnRate,
            double[] regionShare,
            Map<String, double[]> recaptureR,
            Map<String, double[]> recaptureRate,
            Map<String, double[]> season,
            Map<String, double[]> tables,
            Map<String, double[]> periodShares,
            Map<String, double[]> binShares,
            double[] monitoredKeep,
            int[][] dealtSales) {
        this.block = block;
        this.hitProbability = hitProbability;
        this.lagCommon = lagCommon;
        this.needRows = needRows;
        this.conversion = conversion;
        this.xi = xi;
        this.responsePlaces = responsePlaces;
        this.redundancyProbability = redundancyProbability;
        this.redundancyRelief = redundancyRelief;
        this.writeShare = writeShare;
        this.churn = churn;
        this.churnRate = churnRate;
        this.regionShare = regionShare;
        this.recaptureR = recaptureR;
        this.recaptureRate = recaptureRate;
        this.season = season;
        this.tables = tables;
        this.periodShares = periodShares;
        this.binShares = binShares;
        this.monitoredKeep = monitoredKeep;
        this.dealtSales = dealtSales;
    }

    static double[] of(Map<String, double[]> draws, String scope, String what) {
        double[] values = draws.get(scope);
        if (values == null) {
            throw new IllegalArgumentException("no " + what + " for " + scope);
        }
        return values;
    }
}
