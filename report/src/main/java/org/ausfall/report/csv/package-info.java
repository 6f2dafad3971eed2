/**
 * How does a table become a CSV file? Entry type: {@link org.ausfall.report.csv.CsvText}. Knows nothing of what the table is about.
 */
@NullMarked
package org.ausfall.report.csv;

import org.jspecify.annotations.NullMarked;
