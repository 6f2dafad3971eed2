#!/bin/sh
# Measures what reading other monitors' exports costs beside the own CSV: `ausfall measure` on as many rows of each format, alternating.
#   bench/formats.sh [rows] [sites] [rounds] [formats...]
# Needs a JDK 17+, Maven, and up to 150 KB of disk for each thousand rows and format in ${TMPDIR:-/tmp}. Times are whole processes.
set -eu
rows=${1:-2000000} sites=${2:-1000} rounds=${3:-3}
[ $# -gt 3 ] && { shift 3; formats="$*"; } || formats="canonical jmeter k6 kuma upptime grafana grafana-wide prometheus catchpoint webpagetest"
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-bench
mkdir -p "$work"
[ -n "${AUSFALL_BENCH_BUILT:-}" ] || (cd "$here" && mvn -q -B ${MAVEN_ARGS:-} -Pbench -pl core,ingest,bench package -DskipTests)
path="$here/core/target/classes:$here/ingest/target/classes:$here/bench/target/classes:$(cat "$here/bench/target/classpath")"

for format in own $formats; do
  name="$work/export-$rows-$sites-$format"
  [ -s "$name" ] || java -cp "$path" org.ausfall.bench.ExportGenerator "$rows" "$sites" "$format" "$name"
done

run() { # format
  cat "$work/export-$rows-$sites-$1" > /dev/null
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$here/ausfall" measure "$work/export-$rows-$sites-$1" --zone UTC \
    --window 2017-02-28T17:37:00Z/2017-02-28T21:54:00Z --baseline 2017-02-27T17:37:00Z/2017-02-28T17:37:00Z \
    --timeline none --quiet --out "$work/out-$1"
  cat "$work/time" >> "$work/formats-$1.times"
}

median() { # format, expression over the columns
  awk "{print $2}" "$work/formats-$1.times" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

run own
rm -f "$work"/formats-*.times
round=0
while [ $round -lt "$rounds" ]; do
  for format in own $formats; do run "$format"; done
  round=$((round + 1))
done

echo "$rows rows, $sites sites; medians of $rounds; times the own CSV"
for format in own $formats; do
  awk -v f="$format" -v e="$(median "$format" '$1')" -v c="$(median "$format" '$2+$3')" -v m="$(median "$format" '$4')" \
    -v e0="$(median own '$1')" -v c0="$(median own '$2+$3')" \
    'BEGIN {printf "%-12s %6.2f s elapsed (%.2f), %6.2f s of processor (%.2f), %d MB\n", f, e, e/e0, c, c/c0, m/1024}'
done
