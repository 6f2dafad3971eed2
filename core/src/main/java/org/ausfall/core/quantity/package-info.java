/**
 * How much, and in which unit? Magnitudes that check themselves: {@link org.ausfall.core.quantity.Money}, {@link
 * org.ausfall.core.quantity.Share}, {@link org.ausfall.core.quantity.Slowdown}. Knows nothing of files, events or companies.
 */
@NullMarked
package org.ausfall.core.quantity;

import org.jspecify.annotations.NullMarked;
