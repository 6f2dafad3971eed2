/** Tests of the page. */
@NullMarked
package org.ausfall.report.html;

import org.jspecify.annotations.NullMarked;
