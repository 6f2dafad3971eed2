/**
 * What did it cost? Entry type: {@link org.ausfall.core.loss.LossModel}. Knows nothing of files or of how a result is
 * shown.
 */
@NullMarked
package org.ausfall.core.loss;

import org.jspecify.annotations.NullMarked;
