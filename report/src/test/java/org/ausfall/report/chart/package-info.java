/** Tests of what is drawn where. */
@NullMarked
package org.ausfall.report.chart;

import org.jspecify.annotations.NullMarked;
