package org.ausfall.report.chart;

/**
 * A value written beside an axis.
 *
 * @param at its place along the axis
 * @param label what is written
 * @param second a second line below; may be empty
 */
public record Tick(String at, String label, String second) {}
