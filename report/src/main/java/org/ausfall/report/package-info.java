/** Writes findings into a folder. */
@NullMarked
package org.ausfall.report;

import org.jspecify.annotations.NullMarked;
