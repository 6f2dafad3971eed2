/** How fast is the scanner, and does a database agree with it? Programs for the scripts in {@code bench}; no part of the product. */
@NullMarked
package org.ausfall.bench;

import org.jspecify.annotations.NullMarked;
