/**
 * What moves the loss? Entry type: {@link org.ausfall.core.sensitivity.Sensitivity}. Reruns the loss model with one thing changed and all
 * else as it was; knows its beliefs and the names of its random streams, not its formulas.
 */
@NullMarked
package org.ausfall.core.sensitivity;

import org.jspecify.annotations.NullMarked;
