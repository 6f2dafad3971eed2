/** Tests of report.json. */
@NullMarked
package org.ausfall.report.json;

import org.jspecify.annotations.NullMarked;
