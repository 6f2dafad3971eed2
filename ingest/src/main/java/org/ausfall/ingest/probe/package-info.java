/**
 * What did the monitors measure, row by row? {@link org.ausfall.ingest.probe.ProbeScanner} reads raw measurements of any size on
 * all cores into the exact summaries of {@link org.ausfall.core.measurement}, and names every row it could not use. Must not know
 * of terminals, thresholds, losses or reports.
 */
@NullMarked
package org.ausfall.ingest.probe;

import org.jspecify.annotations.NullMarked;
