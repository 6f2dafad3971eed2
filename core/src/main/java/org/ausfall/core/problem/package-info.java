/**
 * What is wrong with the data, and where? A {@link org.ausfall.core.problem.Problem} is a value that travels with the
 * evidence to the reader of the report. Misuse of the program is not a problem in this sense; it is an exception.
 */
@NullMarked
package org.ausfall.core.problem;

import org.jspecify.annotations.NullMarked;
