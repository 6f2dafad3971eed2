/**
 * Where on the paper does each mark stand? Entry types: {@link org.ausfall.report.chart.SlowdownChart}, {@link
 * org.ausfall.report.chart.ThresholdChart}, {@link org.ausfall.report.chart.LossChart}. Knows coordinates, and nothing of colors or markup.
 */
@NullMarked
package org.ausfall.report.chart;

import org.jspecify.annotations.NullMarked;
