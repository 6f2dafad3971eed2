/**
 * Which rows and columns does each table of results have? Entry type: {@link org.ausfall.report.sheet.Sheet}. Knows nothing of the
 * format it is written in.
 */
@NullMarked
package org.ausfall.report.sheet;

import org.jspecify.annotations.NullMarked;
