/**
 * How does a reader get to see the findings? Entry type: {@link org.ausfall.report.ReportWriter}, which writes one folder an event.
 * Knows nothing of how findings are computed, and reads no input.
 */
@NullMarked
package org.ausfall.report;

import org.jspecify.annotations.NullMarked;
