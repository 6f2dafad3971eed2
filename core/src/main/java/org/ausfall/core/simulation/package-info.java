/**
 * How are reproducible draws made and summed up? Streams are keyed by {@link org.ausfall.core.simulation.Seed}, name and
 * block, so neither threads nor order can change a digit. Knows nothing of what is being drawn.
 */
@NullMarked
package org.ausfall.core.simulation;

import org.jspecify.annotations.NullMarked;
