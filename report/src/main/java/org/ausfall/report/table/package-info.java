/**
 * How does an analyst carry on with the findings in a notebook? Entry type: {@link org.ausfall.report.table.FindingsTables}. The only
 * place that knows Tablesaw.
 */
@NullMarked
package org.ausfall.report.table;

import org.jspecify.annotations.NullMarked;
