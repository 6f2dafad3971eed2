/** How fast is the scanner, and does a database agree with it? Programs for {@code bench/scan.sh}; no part of the product. */
@NullMarked
package org.ausfall.bench;

import org.jspecify.annotations.NullMarked;
