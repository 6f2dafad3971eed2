#!/bin/sh
# Runs the scanner and DuckDB side by side on the same generated measurements, alternating, and compares their answers.
#   bench/scan.sh [rows] [sites] [timeline: none|5m] [by: site|location] [rounds] [style: clean|messy|gz]
# Needs a JDK 17+, Maven, and about 65 bytes of disk a row in ${TMPDIR:-/tmp}. Times are whole processes, in seconds.
set -eu
rows=${1:-2000000} sites=${2:-1000} timeline=${3:-none} by=${4:-site} rounds=${5:-5} style=${6:-clean}
here=$(cd "$(dirname "$0")/.." && pwd)
work=${TMPDIR:-/tmp}/ausfall-bench
mkdir -p "$work"
(cd "$here" && mvn -q -B ${MAVEN_ARGS:-} -Pbench -pl core,ingest,bench package -DskipTests)
path="$here/core/target/classes:$here/ingest/target/classes:$here/bench/target/classes:$(cat "$here/bench/target/classpath")"
plain=clean
[ "$style" = messy ] && plain=messy
file="$work/$rows-$sites-$plain.csv"
[ -s "$file" ] || java -cp "$path" org.ausfall.bench.Generator "$rows" "$sites" 20 1 "$plain" "$file"
if [ "$style" = gz ]; then
  [ -s "$file.gz" ] || gzip -k -6 "$file"
  file="$file.gz"
fi
cat "$file" > /dev/null

# Two cores are few: the optimizing compiler should spend its time on the inner loops only, and one collector thread is enough.
java_options="-Xmx1g -XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"

measure() { # name, then the command
  name=$1
  shift
  /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" 2> "$work/$name.err" || { cat "$work/$name.err" >&2; exit 1; }
  cat "$work/time" >> "$work/$name.times"
}

rm -rf "$work"/*.times "$work/scanner" "$work/duckdb"
round=0
while [ $round -lt "$rounds" ]; do
  measure scanner java $java_options -cp "$path" org.ausfall.bench.ScannerRun "$file" "$timeline" "$by" "$work/scanner"
  [ "$style" = messy ] || measure duckdb java -cp "$path" org.ausfall.bench.DuckDbRun "$file" "$timeline" "$by" "$work/duckdb"
  round=$((round + 1))
done

median() { # name, column
  awk -v c="$2" '{print $c}' "$work/$1.times" | sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'
}

for name in scanner duckdb; do
  [ -s "$work/$name.times" ] || continue
  echo "$name: median of $rounds: $(median "$name" 1) s elapsed, $(median "$name" 2) s user, $(median "$name" 3) s system, $(median "$name" 4) KB"
done
if [ -s "$work/duckdb.times" ]; then
  awk -v a="$(median scanner 1)" -v b="$(median duckdb 1)" 'BEGIN {printf "DuckDB takes %.2f times as long\n", b / a}'
  cat "$work/scanner.times" "$work/duckdb.times" | awk -v n="$rounds" '{c[NR <= n] += $2 + $3}
    END {printf "and %.2f times the processor time\n", c[0] / c[1]}'
  java -cp "$path" org.ausfall.bench.Compare "$work/scanner" "$work/duckdb"
fi
