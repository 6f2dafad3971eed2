/**
 * Which text stands in a file, and which number does a text stand for? {@link org.ausfall.ingest.text.SourceFile} is read once,
 * hashed and decoded; {@link org.ausfall.ingest.text.DecimalText} reads numbers strictly. Knows nothing of formats.
 */
@NullMarked
package org.ausfall.ingest.text;

import org.jspecify.annotations.NullMarked;
