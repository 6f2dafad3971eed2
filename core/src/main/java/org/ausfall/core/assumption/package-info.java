/**
 * What does the analyst believe, and on whose word? {@link org.ausfall.core.assumption.Assumptions} is a sourced set of
 * {@link org.ausfall.core.assumption.Belief}s. Knows nothing of any event.
 */
@NullMarked
package org.ausfall.core.assumption;

import org.jspecify.annotations.NullMarked;
