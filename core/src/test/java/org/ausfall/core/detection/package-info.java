/** Tests of the package of the same name, on made-up measurements that share no code with it. */
@NullMarked
package org.ausfall.core.detection;

import org.jspecify.annotations.NullMarked;
