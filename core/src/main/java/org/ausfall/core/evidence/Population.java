package org.ausfall.core.evidence;

/**
 * The monitored sites as a group.
 *
 * @param scope the key in every output: {@code top100-retailers}
 * @param label how to say it in a sentence, plural: {@code online retailers}
 * @param sector the sector (a key of the assumptions) whose unmonitored companies learn from this sample
 */
public record Population(String scope, String label, String sector) {}
