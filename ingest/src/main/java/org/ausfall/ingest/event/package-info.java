/**
 * What failed, when, and how did it come back? {@link org.ausfall.ingest.event.EventYaml} reads {@code event.yaml}; the YAML
 * library is known only here.
 */
@NullMarked
package org.ausfall.ingest.event;

import org.jspecify.annotations.NullMarked;
