/** Tests of the Tablesaw tables. */
@NullMarked
package org.ausfall.report.table;

import org.jspecify.annotations.NullMarked;
