/**
 * When was there an outage, if nobody says so? Sites are marked one by one, bin by bin, where they were slower than usual or failing
 * ({@link org.ausfall.core.detection.SiteMarks}); {@link org.ausfall.core.detection.Detector}, the entry, finds the stretches of time
 * in which many of them were so at once. Knows nothing of events, files or money.
 */
@NullMarked
package org.ausfall.core.detection;

import org.jspecify.annotations.NullMarked;
