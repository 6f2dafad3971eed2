/**
 * What does the analyst type, and what comes back? Streams, clock and arguments go in at {@link org.ausfall.cli.Main}, an exit code
 * comes out; only {@code main} exits. Wires ingest, core and report together and computes nothing itself.
 */
@NullMarked
package org.ausfall.cli;

import org.jspecify.annotations.NullMarked;
