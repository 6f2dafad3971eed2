/**
 * How do the findings look to a reader? Entry type: {@link org.ausfall.report.html.HtmlReport}. Decides what is said in which
 * section; the templates decide nothing.
 */
@NullMarked
package org.ausfall.report.html;

import org.jspecify.annotations.NullMarked;
