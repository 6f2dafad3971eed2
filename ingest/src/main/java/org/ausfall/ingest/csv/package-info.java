/**
 * What does a table file say, row by row? {@link org.ausfall.ingest.csv.CsvTable} reads a file by a {@link
 * org.ausfall.ingest.csv.CsvSchema}; the class comment of each schema is the documentation of its format. Commons CSV is known
 * only here; folders are not.
 */
@NullMarked
package org.ausfall.ingest.csv;

import org.jspecify.annotations.NullMarked;
