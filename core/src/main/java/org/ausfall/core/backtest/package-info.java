/**
 * How right were we? {@link org.ausfall.core.backtest.BackTest} estimates past outages from what was known of each, and lays the
 * losses that companies later reported beside its ranges. Knows nothing of files or of how a score card is drawn.
 */
@NullMarked
package org.ausfall.core.backtest;

import org.jspecify.annotations.NullMarked;
