/**
 * Which rows does a text file hold? {@link org.ausfall.ingest.rows.RowSplitter} reads delimited text of any size in constant memory,
 * in whatever encoding and with whatever line ends it comes, and says of each row on which physical line it starts. Knows nothing of
 * what columns mean.
 */
@NullMarked
package org.ausfall.ingest.rows;

import org.jspecify.annotations.NullMarked;
