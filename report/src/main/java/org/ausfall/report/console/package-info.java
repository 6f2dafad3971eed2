/**
 * What does the analyst read on the terminal? Entry type: {@link org.ausfall.report.console.ConsoleSummary}. Knows nothing of
 * streams, colors or whether there is a terminal.
 */
@NullMarked
package org.ausfall.report.console;

import org.jspecify.annotations.NullMarked;
