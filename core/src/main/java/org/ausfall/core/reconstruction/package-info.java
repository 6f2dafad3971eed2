/**
 * What could the unnamed rest of a population have looked like, if all published totals hold? Entry type: {@link
 * org.ausfall.core.reconstruction.Reconstruction}. Its rows are marked as reconstructed and never carry a real name.
 */
@NullMarked
package org.ausfall.core.reconstruction;

import org.jspecify.annotations.NullMarked;
