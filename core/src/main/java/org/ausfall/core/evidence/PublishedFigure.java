package org.ausfall.core.evidence;

/**
 * A number somebody published about the event. It stands beside the findings and never enters them.
 *
 * @param measure what it measures: {@code loss}, {@code affected_retailers}, ...
 * @param scope the population, as in the findings
 * @param value the number
 * @param unit {@code USD}, {@code count}, {@code fraction}, {@code ms}
 * @param who the publisher
 * @param kind how the publisher came to it: measured, modelled, or reported (by the company itself)
 * @param note what limits a comparison; may be empty
 * @param source the citation
 */
public record PublishedFigure(
        String measure, String scope, double value, String unit, String who, String kind, String note, String source) {}
