#!/bin/sh
# Measures the inner loop alone, in nanoseconds a row; any arguments go to JMH.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
(cd "$here" && mvn -q -B ${MAVEN_ARGS:-} -Pbench -pl core,ingest,bench package -DskipTests)
exec java -cp "$here/core/target/classes:$here/ingest/target/classes:$here/bench/target/classes:$(cat "$here/bench/target/classpath")" \
  org.openjdk.jmh.Main FastRowBenchmark "$@"
