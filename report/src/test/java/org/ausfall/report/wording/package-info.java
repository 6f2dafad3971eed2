/** Tests of how numbers and findings are said. */
@NullMarked
package org.ausfall.report.wording;

import org.jspecify.annotations.NullMarked;
