package org.ausfall.core.backtest;

import org.ausfall.core.assumption.Belief;

/**
 * A belief held before any past event is looked at, with its reasons.
 *
 * @param name which number
 * @param belief what is believed
 * @param unit the unit of the values
 * @param basis {@code assumption}, or what it rests on
 * @param source the citation; empty for a bare assumption
 * @param note what else a reader should know
 */
public record Prior(PriorName name, Belief belief, String unit, String basis, String source, String note) {}
