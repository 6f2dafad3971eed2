/** The command. */
@NullMarked
package org.ausfall.cli;

import org.jspecify.annotations.NullMarked;
