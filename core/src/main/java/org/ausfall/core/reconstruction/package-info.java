/**
 * What could the unnamed have looked like, if all that was published holds? Entry types: {@link
 * org.ausfall.core.reconstruction.Reconstruction} for the rest of a population, {@link
 * org.ausfall.core.reconstruction.SimulatedMeasurements} for the measurements behind summaries. What they make is marked as
 * reconstructed and never carries a real name.
 */
@NullMarked
package org.ausfall.core.reconstruction;

import org.jspecify.annotations.NullMarked;
