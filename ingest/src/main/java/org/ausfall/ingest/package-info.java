/**
 * What do the files of an event and of the reference data say? {@link org.ausfall.ingest.InputDirectory} reads them into
 * evidence and assumptions; bad rows become problems. Knows nothing of findings, reports or commands.
 */
@NullMarked
package org.ausfall.ingest;

import org.jspecify.annotations.NullMarked;
