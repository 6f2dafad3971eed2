/** Tests of the terminal's text. */
@NullMarked
package org.ausfall.report.console;

import org.jspecify.annotations.NullMarked;
