/**
 * How far could luck have moved what was measured, and what would the same method have said of a normal day? {@link
 * org.ausfall.core.precision.SiteEvidence} turns the samples of one site into a small record that answers both at any threshold. Knows
 * nothing of thresholds, populations or money.
 */
@NullMarked
package org.ausfall.core.precision;

import org.jspecify.annotations.NullMarked;
