/**
 * What does a YAML document say, key by key? {@link org.ausfall.ingest.yaml.YamlReader} reads one within caps on size, depth and
 * aliases; {@link org.ausfall.ingest.yaml.YamlMap} hands out checked values and remembers lines. Knows nothing of what they mean.
 */
@NullMarked
package org.ausfall.ingest.yaml;

import org.jspecify.annotations.NullMarked;
