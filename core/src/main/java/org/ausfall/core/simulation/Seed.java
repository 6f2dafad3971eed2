package org.ausfall.core.simulation;

/**
 * Where the random streams of a run start. Printed in every report, so that anyone can repeat it.
 *
 * @param value any number
 */
public record Seed(long value) {}
