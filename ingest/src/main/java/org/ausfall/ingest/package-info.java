/** Reads a folder into evidence; bad rows become problems. */
@NullMarked
package org.ausfall.ingest;

import org.jspecify.annotations.NullMarked;
