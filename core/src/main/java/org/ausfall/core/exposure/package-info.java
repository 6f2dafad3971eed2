/**
 * Who was touched, and how hard? Entry type: {@link org.ausfall.core.exposure.Exposure}. Knows nothing of money lost.
 */
@NullMarked
package org.ausfall.core.exposure;

import org.jspecify.annotations.NullMarked;
