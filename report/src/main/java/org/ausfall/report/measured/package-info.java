/**
 * How did the monitored sites answer, as files? Entry type: {@link org.ausfall.report.measured.MeasurementFiles}, which writes what was
 * summed up from raw measurements, site by site as it comes. Must not know how measurements are read.
 */
@NullMarked
package org.ausfall.report.measured;

import org.jspecify.annotations.NullMarked;
