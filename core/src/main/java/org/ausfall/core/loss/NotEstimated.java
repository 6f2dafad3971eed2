package org.ausfall.core.loss;

/**
 * A member of a population for which no loss could be estimated. It adds nothing to the total, and the reader is told.
 *
 * @param id ticker or retailer id
 * @param name the name to show
 * @param scope the population it would belong to
 * @param why the reason, as a sentence without its full stop
 */
public record NotEstimated(String id, String name, String scope, String why) {}
