/**
 * The one door of the core: {@link org.ausfall.core.analysis.Analysis} takes evidence, assumptions and a seed and returns
 * {@link org.ausfall.core.analysis.Findings}.
 */
@NullMarked
package org.ausfall.core.analysis;

import org.jspecify.annotations.NullMarked;
