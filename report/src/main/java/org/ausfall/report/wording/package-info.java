/**
 * How is a number or a finding said? Entry type: {@link org.ausfall.report.wording.Headline}. Knows nothing of HTML, terminals or
 * files, so that all of them say the same.
 */
@NullMarked
package org.ausfall.report.wording;

import org.jspecify.annotations.NullMarked;
