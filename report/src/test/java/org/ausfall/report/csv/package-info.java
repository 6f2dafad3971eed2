/** Tests of the CSV files. */
@NullMarked
package org.ausfall.report.csv;

import org.jspecify.annotations.NullMarked;
