/** Tests of how folders are replaced. */
@NullMarked
package org.ausfall.report.folder;

import org.jspecify.annotations.NullMarked;
