/**
 * How does a result replace an older one without anybody seeing half of it? Entry type: {@link
 * org.ausfall.report.folder.OutputFolder}. Knows nothing of what is in the files.
 */
@NullMarked
package org.ausfall.report.folder;

import org.jspecify.annotations.NullMarked;
