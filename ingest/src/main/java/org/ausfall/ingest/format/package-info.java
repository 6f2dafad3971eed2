/**
 * What do the exports of other monitors say? A {@link org.ausfall.ingest.format.Descriptor} says how a format is recognized and what
 * its columns mean; {@link org.ausfall.ingest.format.FormatScanner}, the entry, decides for each file which format it has and reads it
 * into the same measurements as the own CSV. Must not know of terminals, thresholds, losses or reports.
 */
@NullMarked
package org.ausfall.ingest.format;

import org.jspecify.annotations.NullMarked;
