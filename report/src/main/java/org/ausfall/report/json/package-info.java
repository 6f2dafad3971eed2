/**
 * How do the findings look to a program? Entry type: {@link org.ausfall.report.json.FindingsJson}. Knows nothing of clocks, paths or
 * threads.
 */
@NullMarked
package org.ausfall.report.json;

import org.jspecify.annotations.NullMarked;
