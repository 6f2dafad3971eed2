/**
 * How did the monitored sites answer, before and during? Samples of one site and location gather in a {@link
 * org.ausfall.core.measurement.SampleSeries}, the exact and mergeable summary that every engine builds; {@link
 * org.ausfall.core.measurement.SiteMeasurement} says what it means for the site. Knows nothing of files, thresholds or money.
 */
@NullMarked
package org.ausfall.core.measurement;

import org.jspecify.annotations.NullMarked;
