/**
 * What makes a start short? The launcher has {@link org.ausfall.cli.start.OneJar} make one jar of all, in which lambdas are classes
 * like any other, so that the class-data archive holds all that Java would otherwise work out at each start. Only a shortcut: the
 * program runs from its own jars as well, and knows nothing of this one.
 */
@NullMarked
package org.ausfall.cli.start;

import org.jspecify.annotations.NullMarked;
