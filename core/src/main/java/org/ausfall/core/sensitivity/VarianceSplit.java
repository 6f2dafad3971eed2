package org.ausfall.core.sensitivity;

/**
 * Where a loss's variance comes from, one part on top of the other, so that the parts sum to 1: what would go if all beliefs were known,
 * what more if the luck of all companies were, what more if that of sectors were; the rest is the luck of single companies.
 *
 * @param beliefs what is believed, the hours of the day and reconstructed sales included
 * @param all luck that all companies share
 * @param sectors luck that a sector shares
 * @param companies a company's own luck
 */
public record VarianceSplit(Estimate beliefs, Estimate all, Estimate sectors, Estimate companies) {}
