/** Tests of the reports at their doors, with findings built by hand. */
@NullMarked
package org.ausfall.report;

import org.jspecify.annotations.NullMarked;
