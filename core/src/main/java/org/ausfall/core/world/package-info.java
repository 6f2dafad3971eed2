/**
 * What could really have happened? {@link org.ausfall.core.world.WorldGenerator} makes outages of which the truth is known, to test
 * estimates against. Must know nothing of how losses are estimated, or it would repeat the estimate's mistakes.
 */
@NullMarked
package org.ausfall.core.world;

import org.jspecify.annotations.NullMarked;
